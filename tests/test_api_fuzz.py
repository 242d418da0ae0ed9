"""Whatever is sent to the API, no answer is a fault of ours, and every answer is as the description says."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from motcua.accounts import commands as accounts
from motcua.base import clock
from motcua.config.api import description
from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import NOW, make_town
from motcua.dossiers.tests.test_course import act
from motcua.organisations.models import Unit

EXAMPLES: Final = 4
SCHEMA: Final = schemathesis.openapi.from_dict(description())
OPERATIONS: Final = [found.ok() for found in SCHEMA.get_all_operations()]
LIMITS: Final = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def app(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The application; a request leaves the test's transaction open, as Django's own test client does."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr("motcua.accounts.api_auth.MOST_CALLS", 10**6)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    SCHEMA.app = get_wsgi_application()
    yield SCHEMA.app
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def keys(app: Any) -> list[dict[str, str]]:
    """Keys of desk, officer and leader of a town with dossiers in several states."""
    return _town(ended=False)


@pytest.fixture
def old_keys(app: Any) -> list[dict[str, str]]:
    """The same in a town whose ward has ended since."""
    return _town(ended=True)


def _town(*, ended: bool) -> list[dict[str, str]]:
    town = make_town()
    for made in (town.dossier, town.forwarded, town.resolved, town.approved):
        made()
    act(commands.return_result, town.approved(), town.desk, taken_by="a", proof="b")
    if ended:
        Unit.objects.filter(pk=town.ward.pk).update(valid_to=NOW.date() - timedelta(days=1))
    return [_key(user) for user in (town.desk, town.officer, town.leader)]


def _key(user: Any) -> dict[str, str]:
    scopes = ["dossiers:read", "dossiers:write", "catalogue:read", "documents:check"]
    until = NOW.date() + timedelta(days=1)
    _token, secret = accounts.make_token(name="x", scopes=scopes, valid_to=until, by=user, now=NOW)
    return {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_call_is_answered_by_a_fault_or_by_something_undescribed(
    operation: schemathesis.APIOperation, keys: list[dict[str, str]]
) -> None:
    @LIMITS
    @given(operation.as_strategy())
    def call(case: schemathesis.Case) -> None:
        _call(case, keys[0])
        for key in keys:
            for found in Dossier.objects.order_by("pk"):
                _call(case, key, found)

    call()


@pytest.mark.parametrize("operation", OPERATIONS[::3], ids=lambda operation: operation.label)
def test_nor_is_one_when_the_unit_of_the_caller_has_ended(
    operation: schemathesis.APIOperation, old_keys: list[dict[str, str]]
) -> None:
    @LIMITS
    @given(operation.as_strategy())
    def call(case: schemathesis.Case) -> None:
        _call(case, old_keys[0])

    call()


def _call(case: schemathesis.Case, key: dict[str, str], found: Dossier | None = None) -> None:
    """found: the call is turned to this very dossier and its version, so that acts are done and not only refused."""
    if found is not None and "code" in (case.path_parameters or {}):
        case.path_parameters["code"] = found.ref
        if isinstance(case.body, dict) and "seen" in case.body:
            case.body["seen"] = Dossier.objects.get(pk=found.pk).version
    answer = case.call(headers=key, app=SCHEMA.app)
    assert answer.status_code < 500, answer.text
    if answer.status_code not in {401, 405}:
        case.validate_response(answer, checks=[content_type_conformance, response_schema_conformance])
