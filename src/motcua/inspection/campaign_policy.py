"""Who may see, open and review campaigns: the table is policy.RIGHTS; here it is asked of a unit's path."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.inspection.policy import Action, Whose, paths
from motcua.organisations import queries as posts
from motcua.organisations.models import Unit


def units_for(action: Action, user: Any, now: datetime) -> Q:
    """Units for which `user` may do this."""
    return Q(path__in=paths(action, user, now, Whose.OWN)) | posts.below(paths(action, user, now, Whose.BELOW))


def may_see(user: Any, now: datetime) -> Q:
    """Campaigns that `user` may read."""
    return Q(unit__in=Unit.objects.filter(units_for(Action.CAMPAIGN_SEE, user, now)))


def allows_at(action: Action, user: Any, path: str, now: datetime) -> bool:
    """May `user` do this with a campaign of the unit at this path?"""
    below = paths(action, user, now, Whose.BELOW)
    return path in paths(action, user, now, Whose.OWN) or any(f"{path}/".startswith(f"{above}/") for above in below)


def require_at(action: Action, user: Any, path: str, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows_at(action, user, path, now):
        raise NotPermitted
