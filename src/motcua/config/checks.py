"""What production does not allow, as Django's system checks (`motcua start` and `motcua doctor` run them)."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from motcua.base import clock

TAG = "motcua"
SECRET_CHARACTERS = 40


@register(TAG)
def production_settings(**_: object) -> Iterable[CheckMessage]:
    """The clock, the secret and the host names of a production installation."""
    if not settings.PRODUCTION:
        return
    if clock.offset():
        yield Error("a clock that is not the real one", hint="đồng hồ khác giờ thật", id="motcua.E001")
    if len(settings.SECRET_KEY) < SECRET_CHARACTERS:
        yield Error(
            f"a MOTCUA_SECRET_KEY of fewer than {SECRET_CHARACTERS} characters",
            hint=f"MOTCUA_SECRET_KEY ngắn hơn {SECRET_CHARACTERS} ký tự",
            id="motcua.E002",
        )
    if not settings.ALLOWED_HOSTS:
        yield Error("an empty MOTCUA_HOSTS", hint="MOTCUA_HOSTS để trống", id="motcua.E003")


@register(TAG)
def production_data(*, databases: Sequence[str] | None = None, **_: Any) -> Iterable[CheckMessage]:
    """No demo data with its known passwords, no clock of the demo town; only where databases are checked."""
    if not settings.PRODUCTION or not databases:
        return
    from motcua.organisations.models import Installation

    if Installation.objects.filter(demo=True).exists():
        yield Error("demo data with its demo accounts", hint="dữ liệu và tài khoản dùng thử", id="motcua.E004")
    elif Installation.objects.exclude(clock_offset_seconds=None).exclude(clock_offset_seconds=0).exists():
        yield Error("a clock that is not the real one", hint="đồng hồ khác giờ thật", id="motcua.E001")
