"""The doors a person may use, for the frame of every page: seven at the most."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.policy import Action, may_enter
from motcua.organisations import policy as organisations_policy
from motcua.organisations import queries as organisations
from motcua.processes import policy as processes_policy


def places_of(user: Any, now: datetime, path: str) -> dict[str, Any]:
    """`places` and `post` of this person today."""
    doors = [
        ("dossiers:queue", "inbox", _("Việc cần làm"), may_enter(Action.SEE, user, now)),
        ("dossiers:receive", "scan-line", _("Tiếp nhận"), may_enter(Action.RECEIVE, user, now)),
        ("dossiers:find", "search", _("Tìm hồ sơ"), may_enter(Action.SEE, user, now)),
        (
            "processes:processes", "clipboard-list", _("Quy trình"),
            processes_policy.may_enter(processes_policy.Action.PUBLISH, user, now),
        ),
        (
            "organisations:staff", "user-check", _("Nhân sự"),
            organisations_policy.may_enter(organisations_policy.Action.KEEP_STAFF, user, now),
        ),
        (
            "dossiers:failed", "send", _("Thư, việc nền"),
            may_enter(Action.MAIL, user, now) and not may_enter(Action.SEE, user, now),
        ),
        ("portal:procedures", "book-open", _("Thủ tục"), True),
        (
            "organisations:calendar", "calendar-days", _("Lịch làm việc"),
            organisations_policy.may_enter(organisations_policy.Action.READ_CALENDAR, user, now),
        ),
    ]  # fmt: skip
    shown = [
        {"href": reverse(name), "icon": icon, "words": words, "here": path.startswith(reverse(name))}
        for name, icon, words, open_ in doors
        if open_
    ]
    posts = organisations.posts_of(user, now)
    return {"places": shown, "post": f"{posts[0].title}, {posts[0].unit_short_name}" if posts else ""}
