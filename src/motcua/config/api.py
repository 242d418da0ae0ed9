"""The API as a whole: /api/v1/, keys, problems, its description in OpenAPI 3.1 at /api/v1/openapi.json."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from motcua.accounts.api_auth import TokenAuth
from motcua.base.errors import UserError
from motcua.catalogue.api import router as catalogue
from motcua.documents.api import router as documents
from motcua.dossiers import api as dossiers
from motcua.engines.worktime import WorktimeError
from motcua.web.middleware import fault_number
from motcua.web.problems import CONTENT_TYPE, problem

PROBLEM: Final = {"content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
BINARY: Final = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
WORDS: Final = {
    "400": "The call lacks its Idempotency-Key or cannot be read", "401": "No key, or one that is over",
    "403": "Not in the scope of the key, or not permitted", "404": "Absent, or not yours to see",
    "409": "The dossier stands elsewhere or was changed since", "413": "The file is too large",
    "415": "The file is of no kind that is taken", "422": "Something in the call is wrong; which, is said",
    "429": "Too many calls",
}  # fmt: skip
ALWAYS: Final = ("401", "403", "404", "422", "429")


class DescribedAPI(NinjaAPI):
    """The description says of every operation which problems it answers, in their own content type."""

    def get_openapi_schema(self, **more: Any) -> Any:
        """OpenAPI 3.1."""
        schema = super().get_openapi_schema(**more)
        for methods in schema["paths"].values():
            for method, operation in methods.items():
                codes = tuple(WORDS) if method == "post" else ALWAYS
                operation["responses"] = {str(code): row for code, row in operation["responses"].items()}
                operation["responses"] |= {code: {"description": WORDS[code], **PROBLEM} for code in codes}
                if operation["operationId"] == "read_file":
                    operation["responses"]["200"] = {"description": "The content", **BINARY}
        return schema


api = DescribedAPI(
    title="Một Cửa", version="1", docs_url=None, auth=TokenAuth(), urls_namespace="api",
    description="Hồ sơ, danh mục thủ tục, kiểm tra thể thức cho chương trình. Lỗi theo RFC 9457; lệnh ghi cần "
    "Idempotency-Key.",
)  # fmt: skip
api.add_router("", dossiers.router)
api.add_router("", catalogue)
api.add_router("", documents)


@api.exception_handler(UserError)
def user_error(request: HttpRequest, error: Any) -> HttpResponse:
    """What the caller can mend, with what to do."""
    return problem(error.status, type(error).__name__, error.words(translation.get_language() or "vi"))


@api.exception_handler(WorktimeError)
def clock_error(request: HttpRequest, error: Any) -> HttpResponse:
    """What the working clock cannot count."""
    return problem(422, "worktime", error.words(translation.get_language() or "vi"))


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: Any) -> HttpResponse:
    """Each field that cannot be read, with its place."""
    places = [{"pointer": "/" + "/".join(map(str, row["loc"])), "detail": row["msg"]} for row in error.errors]
    detail = translation.gettext("Dữ liệu gửi đến chưa đúng; xem từng trường.")
    return problem(422, "invalid", detail, errors=places)


@api.exception_handler(HttpError)
def http_error(request: HttpRequest, error: Any) -> HttpResponse:
    """A call the framework refuses, a body that is no JSON."""
    return problem(error.status_code, "call", str(error))


@api.exception_handler(AuthenticationError)
def no_key(request: HttpRequest, error: Any) -> HttpResponse:
    """No key."""
    from motcua.accounts.errors import KeyRefused

    return user_error(request, KeyRefused())


@api.exception_handler(Exception)
def fault(request: HttpRequest, error: Any) -> HttpResponse:
    """Nobody's doing: a number that is also in the log, nothing else."""
    number = fault_number(request, error)
    return problem(500, "fault", translation.gettext("Hệ thống gặp lỗi số %s.") % number)


def description() -> dict[str, Any]:
    """OpenAPI 3.1, as it is served and as docs/api/openapi.json keeps it."""
    return dict(api.get_openapi_schema())


urls = api.urls
for _pattern in urls[0]:  # tests/test_api_doors.py walks the operations behind them
    _view: Any = _pattern.callback
    _view.door = "public" if "openapi" in str(_pattern.pattern) else "api"
