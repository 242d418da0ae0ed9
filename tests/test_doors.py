"""Every address of the house declares its policy, and shows nothing to who may not enter."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.web.door import PUBLIC


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for item in resolver.url_patterns:
        path = prefix + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from patterns(item, path)
        else:
            yield path, item


DOORS = list(patterns(get_resolver()))


@pytest.mark.parametrize(("path", "pattern"), DOORS, ids=[path or "/" for path, _ in DOORS])
def test_every_address_declares_a_door(path: str, pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "door", None), f"{path} has no policy"


def _address(path: str) -> str:
    for part, sample in (("<ref:ref>", "H23.15.02-230315-0001"), ("<str:code>", "1.001193"), ("<path:path>", "x")):
        path = path.replace(part, sample)
    return "/" + re.sub(r"<int:\w+>", "1", path)


# Operations of the API are walked by tests/test_api_doors.py.
GUARDED = [_address(path) for path, pattern in DOORS if getattr(pattern.callback, "door", None) not in {PUBLIC, "api"}]


@pytest.mark.django_db
@pytest.mark.parametrize("address", GUARDED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_is_sent_to_sign_in_or_refused(address: str, method: str) -> None:
    answer = getattr(Client(), method)(address)
    assert answer.status_code in {302, 405}, address
    assert answer.status_code == 405 or answer["Location"].startswith("/sign-in")
