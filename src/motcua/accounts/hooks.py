"""What django-allauth tells of sign-ins, written into the record's stream `accounts`.

allauth offers these moments as signals only; nothing else in the house changes data from a signal.
"""

from typing import Any, Final

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_out
from django.db import transaction
from django.dispatch import receiver

from motcua.base import clock
from motcua.events.commands import record

ACCOUNTS: Final = "accounts"
GROUND: Final = "Quy chế sử dụng hệ thống; NĐ 85/2016/NĐ-CP"


def _write(kind: str, user: Any, **data: object) -> None:
    if user is None:
        return
    with transaction.atomic():
        record(kind, ACCOUNTS, by=user, at=clock.now(), ground=GROUND, data={"user": user.pk, **data})


@receiver(user_logged_in)
def signed_in(user: Any, **_more: Any) -> None:
    _write("account.signed_in", user)


@receiver(user_logged_out)
def signed_out(user: Any, **_more: Any) -> None:
    _write("account.signed_out", user)


@receiver(password_changed)
def changed_password(user: Any, **_more: Any) -> None:
    _write("account.password_changed", user)


@receiver(authenticator_added)
def added_second_factor(user: Any, authenticator: Any, **_more: Any) -> None:
    _write("account.second_factor_added", user, type=str(authenticator.type))


@receiver(authenticator_removed)
def removed_second_factor(user: Any, authenticator: Any, **_more: Any) -> None:
    _write("account.second_factor_removed", user, type=str(authenticator.type))
