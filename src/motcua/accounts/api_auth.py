"""Who calls the API: a key, as its owner, within its scopes. A session's cookie is no key."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from ninja.security import HttpBearer

from motcua.accounts import commands, queries
from motcua.accounts.errors import KeyRefused, ScopeMissing
from motcua.accounts.models import ApiToken
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.web import rate

MOST_CALLS = 600
CALLS_SECONDS = 60


class TokenAuth(HttpBearer):
    """`Authorization: Bearer mc_…`; the owner becomes the caller. Raises KeyRefused."""

    def __call__(self, request: Any) -> ApiToken:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret:
            raise KeyRefused
        return self.authenticate(request, secret.strip())

    def authenticate(self, request: Any, token: str) -> ApiToken:
        """Looked up by the hash of the secret, so that no comparison tells anything by its time."""
        today = request.now.astimezone(VIETNAM).date()
        found = queries.token_by_secret(token, today)
        if found is None:
            raise KeyRefused
        rate.limit(request, f"token:{found.pk}", most=MOST_CALLS, seconds=CALLS_SECONDS, now=request.now)
        commands.note_use(found, today=today)
        request.user = found.user
        return found


View = TypeVar("View", bound=Callable[..., Any])


class Door(Protocol):
    """What an app's API is guarded with."""

    def __call__(self, action: Any, *, scope: str) -> Callable[[View], View]:
        """The guard of one operation."""
        ...


def door_for(may_enter: Callable[[Any, Any, Any], bool]) -> Door:
    """The `door` of an app's API: the same policy as its pages, and the scope of the key; both have to agree."""

    def door(action: Any, *, scope: str) -> Callable[[View], View]:
        def guard(view: View) -> View:
            @wraps(view)
            def guarded(request: Any, *args: Any, **more: Any) -> Any:
                if scope not in request.auth.scopes:
                    raise ScopeMissing(scope=scope)
                if not may_enter(action, request.user, request.now):
                    raise NotFound
                return view(request, *args, **more)

            guarded.door, guarded.scope = str(action), scope  # type: ignore[attr-defined]
            return cast("View", guarded)

        return guard

    return door
