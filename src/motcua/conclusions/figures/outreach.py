"""What was told to the people, and what the reform plans asked."""

from collections.abc import Iterator

from django.db.models import Q

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.inspection.models import ReformTask
from motcua.organisations.models import Unit
from motcua.portal.models import Article, Broadcast, Site

MEDIA = {
    Broadcast.Medium.RADIO: Text("truyền thanh", "radio"),
    Broadcast.Medium.TELEVISION: Text("truyền hình", "television"),
    Broadcast.Medium.WEB: Text("cổng, trang thông tin", "web"), Broadcast.Medium.MEETING: Text("hội nghị", "meetings"),
}  # fmt: skip


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Sites, articles, broadcasts that were aired, reform tasks."""
    sites = Site.objects.filter(unit__in=scope.below, since__lte=scope.until).filter(
        Q(until__isnull=True) | Q(until__gte=scope.until))  # fmt: skip
    yield counted(
        "sites.units", Text("Số đơn vị có trang thông tin điện tử", "Units with a site"),
        Text("Đơn vị có trang còn hoạt động ngày cuối kỳ", "Units whose site runs on the last day"),
        Unit.objects.filter(pk__in=sites.values("unit")).order_by("path").values_list("pk", "name"),
        lambda row: Record(row[1], f"unit:{row[0]}", row[0]),
    )  # fmt: skip
    articles = Article.objects.filter(unit__in=scope.below, published_on__range=(scope.since, scope.until))
    yield counted(
        "articles", Text("Số tin, bài", "Articles"),
        Text("Tin, bài đăng trong kỳ", "Articles published in the period"),
        articles.order_by("unit__path", "published_on", "pk").values_list("pk", "title", "unit__short_name", "unit_id"),
        lambda row: Record(f"{row[1]}, {row[2]}", f"article:{row[0]}", row[3]),
    )  # fmt: skip
    aired = Broadcast.objects.filter(unit__in=scope.below, aired_on__range=(scope.since, scope.until))
    for medium, words in MEDIA.items():
        yield counted(
            f"broadcasts.{medium.value}", Text(f"Số buổi tuyên truyền qua {words.vi}", f"Told by {words.en}"),
            Text("Việc tuyên truyền đã thực hiện trong kỳ", "Carried out in the period"),
            aired.filter(medium=medium).order_by("unit__path", "aired_on", "pk").values_list(
                "pk", "topic", "unit__short_name", "unit_id"),
            lambda row: Record(f"{row[1]}, {row[2]}", f"broadcast:{row[0]}", row[3]),
        )  # fmt: skip
    tasks = ReformTask.objects.filter(unit__in=scope.below, year=scope.year)
    yield counted(
        "tasks", Text("Số kế hoạch, báo cáo, nhiệm vụ", "Plans, reports and tasks"),
        Text("Dòng của kế hoạch cải cách hành chính năm", "Rows of the year's reform plans"),
        tasks.order_by("unit__path", "due_on", "pk").values_list("pk", "title", "unit__short_name", "unit_id"),
        lambda row: Record(f"{row[1]}, {row[2]}", f"task:{row[0]}", row[3]),
    )  # fmt: skip
