"""Pages of the house itself: language and look of the reader, and whether the house stands."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from motcua.web.door import open_to_all
from motcua.web.middleware import LANGUAGE_COOKIE, LANGUAGES

YEAR_SECONDS = 365 * 24 * 3600
LOOKS = ("light", "dark")


@open_to_all
@require_POST
def reader(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language or look in a cookie and go back to the same page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    for name, known in ((LANGUAGE_COOKIE, LANGUAGES), ("look", LOOKS)):
        if (value := request.POST.get(name)) in known:
            answer.set_cookie(name, value, max_age=YEAR_SECONDS, samesite="Lax", httponly=True)
    return answer


@open_to_all
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers; for the supervisor and a proxy. Tells nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return HttpResponse("ok", content_type="text/plain")
