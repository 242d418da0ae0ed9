"""Dossiers received and settled, online and by post; petitions; ratings."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.catalogue.models import Channel
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.dossiers.models import Dossier
from motcua.engines.concluding import percent
from motcua.portal.models import OnlineSubmission, Petition, Rating


def span(scope: Scope) -> tuple[datetime, datetime]:
    """The period as moments: from its first midnight, to the data's own moment or the midnight after its last day."""
    begin = datetime.combine(scope.since, time(), VIETNAM)
    return begin, min(scope.at, datetime.combine(scope.until + timedelta(days=1), time(), VIETNAM))


def reckon(scope: Scope, known: Known) -> Iterator[Reckoned]:
    """Counts of the desks, then of the voices."""
    yield from _dossiers(scope)
    yield from _voices(scope)


def _dossiers(scope: Scope) -> Iterator[Reckoned]:
    begin, end = span(scope)
    received = Dossier.objects.filter(desk__in=scope.below, accepted_at__gte=begin, accepted_at__lt=end)
    told = Text("Hồ sơ tiếp nhận trong kỳ, theo nơi tiếp nhận", "Dossiers accepted in the period, by desk")
    yield counted("dossiers.received", Text("Số hồ sơ tiếp nhận", "Dossiers received"), told, _rows(received), _dossier)
    for channel, vi, en in ((Channel.ONLINE, "trực tuyến", "online"), (Channel.POSTAL, "qua bưu chính", "by post")):
        how = Text(f"{told.vi}, nộp {vi}", f"{told.en}, sent {en}")
        label = Text(f"Số hồ sơ nộp {vi}", f"Dossiers sent {en}")
        yield counted(f"dossiers.{channel.value}", label, how, _rows(received.filter(channel=channel)), _dossier)
    settled = Dossier.objects.filter(desk__in=scope.below, resolved_at__gte=begin, resolved_at__lt=end)
    how = Text("Hồ sơ có kết quả trong kỳ", "Dossiers decided in the period")
    settled_ = counted(
        "dossiers.settled", Text("Số hồ sơ đã giải quyết", "Dossiers settled"), how, _rows(settled), _dossier
    )
    how = Text("Trong đó có kết quả không muộn hơn ngày hẹn trả", "Of these, decided no later than promised")
    in_time = settled.filter(Q(promised__isnull=True) | Q(resolved_at__lte=F("promised")))
    good = counted("dossiers.in_time", Text("Số hồ sơ đúng hạn", "Dossiers in time"), how, _rows(in_time), _dossier)
    yield settled_
    yield good
    yield from share("dossiers.in_time_share", Text("Tỷ lệ đúng hạn", "Share in time"), good, settled_)


def share(code: str, label: Text, part: Reckoned, whole: Reckoned) -> Iterator[Reckoned]:
    """A share of two figures in tenths of a percent; none of nothing."""
    if whole.value and part.value is not None:
        how = Text(f"{part.label.vi} chia {whole.label.vi}", f"{part.label.en} of {whole.label.en}")
        value = 1000 * part.value // whole.value
        yield Reckoned(code, label, how, value, percent(part.value, whole.value), None, (), (part.code, whole.code))


def _rows(rows: QuerySet[Dossier]) -> QuerySet[Any, Any]:
    return rows.order_by("desk__path", "code").values_list("code", "desk__short_name", "desk_id")


def _dossier(row: tuple[str, str, int]) -> Record:
    return Record(f"{row[0]}, {row[1]}", f"dossier:{row[0]}", row[2])


def _voices(scope: Scope) -> Iterator[Reckoned]:
    begin, end = span(scope)
    for code, model, moment, label, how in (
        ("online", OnlineSubmission, "submitted_at",
         Text("Số hồ sơ trực tuyến nhận trên cổng", "Online submissions at the portal"),
         Text("Dòng của sổ hồ sơ trực tuyến trong kỳ", "Rows of the register of online dossiers in the period")),
        ("petitions", Petition, "received_at", Text("Số phản ánh, kiến nghị", "Petitions"),
         Text("Phản ánh, kiến nghị nhận trong kỳ", "Petitions received in the period")),
        ("ratings", Rating, "at", Text("Số phiếu đánh giá", "Ratings"),
         Text("Phiếu đánh giá nhận trong kỳ", "Ratings given in the period")),
    ):  # fmt: skip
        rows = model._default_manager.filter(
            unit__in=scope.below, **{f"{moment}__gte": begin, f"{moment}__lt": end})  # fmt: skip
        found = rows.order_by("unit__path", moment, "pk").values_list("pk", "code", "unit__short_name", "unit_id")
        yield counted(code, label, how, found, _named(code))


def _named(kind: str) -> Any:
    return lambda row: Record(f"{row[1]}, {row[2]}", f"{kind}:{row[0]}", row[3])
