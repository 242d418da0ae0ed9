"""What a unit tells people and what they tell it: sites, articles, broadcasts, petitions, ratings, online dossiers."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class Site(models.Model):
    """A news site of a unit that is looked at. address: of its feed, sitemap or first page.

    kind: how its articles are found. Nothing off this list is ever fetched.
    """

    class Kind(models.TextChoices):
        FEED = "feed", _("RSS/Atom")
        SITEMAP = "sitemap", _("Sitemap")
        PAGES = "pages", _("Các trang")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="sites")
    kind = models.CharField(max_length=8, choices=Kind)
    address = models.CharField(max_length=500)
    since = models.DateField()
    until = models.DateField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_site"
        constraints = [models.UniqueConstraint(fields=["unit", "address"], name="site_once")]


class SiteVisit(models.Model):
    """One look at a site: what came of it. ok: it answered and could be read. articles: that it listed.

    sections: which of the compulsory sections were there ("procedures", "officers", "contacts").
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="visits")
    at = models.DateTimeField()
    ok = models.BooleanField()
    articles = models.PositiveIntegerField(default=0)
    sections = models.JSONField(default=list)
    fault = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        db_table = "portal_site_visit"
        indexes = [models.Index(fields=["site", "-at"], name="site_visit_newest")]


class Article(models.Model):
    """An article on a unit's site. words: of its text.

    original: per cent of it that the nearest earlier article of another unit (`near`) does not have; null where it was
    not compared. fingerprint: for that comparison.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="articles")
    address = models.CharField(max_length=500)
    title = models.CharField(max_length=500)
    category = models.CharField(max_length=200, blank=True, default="")
    published_on = models.DateField()
    words = models.PositiveIntegerField()
    pictures = models.PositiveIntegerField(default=0)
    original = models.PositiveSmallIntegerField(null=True)
    near = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    fingerprint = models.BinaryField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_article"
        constraints = [
            models.UniqueConstraint(fields=["unit", "address"], name="article_once"),
            models.CheckConstraint(
                condition=Q(original__isnull=True) | Q(original__lte=100), name="article_original_per_cent"
            ),
        ]
        indexes = [models.Index(fields=["unit", "-published_on", "-id"], name="article_of_unit")]


class Broadcast(models.Model):
    """A broadcast on administrative reform: planned for a day and, where it was, aired on one. minutes: its length."""

    class Medium(models.TextChoices):
        RADIO = "radio", _("Truyền thanh")
        TELEVISION = "television", _("Truyền hình")
        WEB = "web", _("Cổng/trang tin")
        MEETING = "meeting", _("Hội nghị, tập huấn")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="broadcasts")
    medium = models.CharField(max_length=10, choices=Medium)
    topic = models.CharField(max_length=300)
    planned_on = models.DateField()
    aired_on = models.DateField(null=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_broadcast"
        constraints = [models.UniqueConstraint(fields=["unit", "medium", "planned_on", "topic"], name="broadcast_once")]
        indexes = [models.Index(fields=["unit", "-planned_on", "-id"], name="broadcast_of_unit")]


class Petition(models.Model):
    """Phản ánh, kiến nghị (NĐ 20/2008/NĐ-CP): no name of who sent it is kept.

    Its clock runs from received_at, or from forwarded_at where another body passed it on. refused_at, answered_at and
    published_at: null while it has not happened.
    """

    class About(models.TextChoices):
        RULES = "rules", _("Quy định hành chính")
        CONDUCT = "conduct", _("Hành vi, thái độ")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="petitions")
    code = models.CharField(max_length=60)
    about = models.CharField(max_length=8, choices=About)
    subject = models.CharField(max_length=500)
    received_at = models.DateTimeField()
    forwarded_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_petition"
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="petition_once")]
        indexes = [
            models.Index(fields=["unit", "-received_at", "-id"], name="petition_of_unit"),
            models.Index(fields=["changed_at"], name="petition_changed"),
        ]


class Rating(models.Model):
    """How a person rated the way a dossier was handled. score: 1 (very bad) to 5 (very good). code: of the slip."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="ratings")
    code = models.CharField(max_length=60)
    at = models.DateTimeField()
    score = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_rating"
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="rating_once"),
            models.CheckConstraint(condition=Q(score__gte=1) & Q(score__lte=5), name="rating_one_to_five"),
        ]
        indexes = [models.Index(fields=["unit", "-at", "-id"], name="rating_of_unit")]


class OnlineSubmission(models.Model):
    """A dossier sent online, and when somebody answered: took it, or said what is missing (NĐ 118/2025 Điều 17)."""

    class Answer(models.TextChoices):
        TAKEN = "taken", _("Tiếp nhận")
        CHANGES = "changes", _("Yêu cầu bổ sung")
        REFUSED = "refused", _("Từ chối")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="online_submissions")
    code = models.CharField(max_length=60)
    procedure = models.CharField(max_length=60)
    submitted_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=8, choices=Answer, blank=True, default="")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_online_submission"
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="online_submission_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("submitted_at")),
                name="online_submission_answered_after_it_came",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "-submitted_at", "-id"], name="online_submission_of_unit"),
            models.Index(fields=["changed_at"], name="online_submission_changed"),
        ]
