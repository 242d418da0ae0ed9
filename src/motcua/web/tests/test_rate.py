"""Who the rate limits count: the caller as our own proxy saw him."""

import pytest
from django.test import RequestFactory

from motcua.web.rate import caller


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, "", "10.0.0.1"),
        (0, "6.6.6.6", "10.0.0.1"),  # nobody in front of us: the header is the caller's own word
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_caller_is_who_our_proxy_saw(settings: object, proxies: int, forwarded: str, counted: str) -> None:
    settings.TRUSTED_PROXIES = proxies  # type: ignore[attr-defined]
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert caller(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", **headers)) == counted
