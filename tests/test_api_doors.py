"""Every operation of the API declares its policy and its scope; its description is the one in docs/."""

import json
from pathlib import Path

import pytest
from django.test import Client

from motcua.accounts.models import ApiToken
from motcua.config.api import api, description

KEPT = Path(__file__).parents[1] / "docs/api/openapi.json"
OPERATIONS = [
    (path, operation)
    for _prefix, router in api._routers
    for path, view in router.path_operations.items()
    for operation in view.operations
]


@pytest.mark.parametrize(("path", "operation"), OPERATIONS, ids=[f"{o.methods[0]} {p}" for p, o in OPERATIONS])
def test_every_operation_declares_a_door_and_a_scope(path: str, operation: object) -> None:
    view = operation.view_func  # type: ignore[attr-defined]
    assert getattr(view, "door", None), path
    assert view.scope in ApiToken.Scope.values


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "operation"), OPERATIONS, ids=[f"{o.methods[0]} {p}" for p, o in OPERATIONS])
def test_without_a_key_nothing_opens(path: str, operation: object) -> None:
    address = "/api/v1" + path.replace("{code}", "H23.15.02-230315-0001").replace("{file_id}", "1")
    for method in operation.methods:  # type: ignore[attr-defined]
        answer = Client().generic(method, address, "{}", content_type="application/json")
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")


def test_the_description_is_openapi_3_1_and_the_one_that_is_kept() -> None:
    found = json.loads(json.dumps(description()))
    assert found["openapi"].startswith("3.1")
    kept = json.loads(KEPT.read_text("utf-8"))
    assert found == kept, "the API changed: motcua messages --api docs/api/openapi.json"


@pytest.mark.django_db
def test_the_description_is_served_to_everybody() -> None:
    assert Client().get("/api/v1/openapi.json").json() == json.loads(KEPT.read_text("utf-8"))
