"""Units with validity dates, the people in them, their calendars, and the installation itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.base.vietnamese import sort_key


class Level(models.TextChoices):
    PROVINCE = "province", _("Tỉnh")
    DISTRICT = "district", _("Thị xã/huyện")
    COMMUNE = "commune", _("Xã/phường")


class Kind(models.TextChoices):
    PEOPLES_COMMITTEE = "committee", "Ủy ban nhân dân"
    DIVISION = "division", "Phòng chuyên môn"
    VERTICAL = "vertical", "Cơ quan ngành dọc"


class CodeForm(models.TextChoices):
    """Form of dossier codes: identifiers of QĐ 20/2020 (default) or of TT 01/2018 Điều 19."""

    QD20 = "qd20", "QĐ 20/2020/QĐ-TTg"
    TT01 = "tt01", "TT 01/2018/TT-VPCP"


class Unit(models.Model):
    """An agency for as long as it exists. GSO codes are used again: the key is code and date.

    code: identifier of QĐ 20/2020 (H23.15.02); old_code: QCVN 102:2016 (000.02.15.H23).
    code_made_up: the true code is not known, this one is a sample, shown as such.
    path: codes of all units above it and its own, so that a subtree is a prefix.
    valid_to: the last day, inclusive.
    """

    code = models.CharField(max_length=40)
    old_code = models.CharField(max_length=40, blank=True)
    code_made_up = models.BooleanField(default=False)
    gso_code = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=200, editable=False)
    level = models.CharField(max_length=20, choices=Level)
    kind = models.CharField(max_length=20, choices=Kind)
    branch = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=300, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    one_stop_name = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    code_form = models.CharField(max_length=10, choices=CodeForm, default=CodeForm.QD20)

    class Meta:
        db_table = "organisations_unit"
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="unit_code_and_date"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="unit_dates"
            ),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.name


class Predecessor(models.Model):
    """A unit that went into `unit`, whole or in part; one of another town has a name only."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="predecessors")
    before = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="successors")
    outside_name = models.CharField(max_length=100, blank=True)
    part = models.BooleanField(default=False)

    class Meta:
        db_table = "organisations_predecessor"
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=False) ^ ~Q(outside_name=""), name="predecessor_inside_or_outside"
            )
        ]


class Role(models.TextChoices):
    RECEPTIONIST = "receptionist", _("Công chức một cửa")
    OFFICER = "officer", _("Công chức chuyên môn")
    LEADER = "leader", _("Lãnh đạo")
    REGISTRAR = "registrar", _("Văn thư")
    INSPECTOR = "inspector", _("Người kiểm tra")
    ADMINISTRATOR = "administrator", _("Quản trị")


class PostKind(models.TextChoices):
    """Secondment (biệt phái) to the one-stop: NĐ 61/2018 Điều 11, NĐ 118/2025 Điều 11."""

    OWN = "own", _("Biên chế")
    SECONDED = "seconded", _("Biệt phái")


class Post(models.Model):
    """A dated role of a person in a unit: all his rights come from here. valid_to: last day, inclusive.

    A person may hold posts in several units. home: the unit a seconded person comes from; for staff of a vertical
    agency at the desk the post is in that agency and `home` is empty. decision: document that gave the post.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=Role)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=PostKind, default=PostKind.OWN)
    home = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="seconded")
    decision = models.CharField(max_length=200, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "organisations_post"
        indexes = [models.Index(fields=["user", "valid_from"], name="post_user_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="post_dates"
            )
        ]


class Delegation(models.Model):
    """Ủy quyền: for a time the receiver has the rights of this post, by a document. valid_to: last day, inclusive."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="delegations")
    document = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisations_delegation"
        constraints = [models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="delegation_dates")]


class Absence(models.Model):
    """A person is away and another stands in: his posts and the steps he holds are the stand-in's for that time."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    stand_in = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stands_in")
    document = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisations_absence"
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="absence_dates"),
            models.CheckConstraint(condition=~Q(user=F("stand_in")), name="nobody_stands_in_for_himself"),
        ]


class OfficeHours(models.Model):
    """Working hours of a unit from a date on; null unit: the default of the town.

    hours: {"mon": ["07:30-11:30", "13:30-17:00"], …}; an absent or empty weekday is closed.
    duty: hours of Saturday duty in the same form; duty_weight: its share as a working day, "0" or "0.5" (R12).
    """

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="office_hours")
    valid_from = models.DateField()
    hours = models.JSONField()
    duty = models.JSONField(default=dict)
    duty_weight = models.CharField(max_length=5, default="0")
    ground = models.CharField(max_length=300)

    class Meta:
        db_table = "organisations_office_hours"
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="office_hours_once_a_day", nulls_distinct=False)
        ]


class DayDecision(models.Model):
    """A decided day off or swapped working day over the national table; null unit: the whole town."""

    class What(models.TextChoices):
        OFF = "off", _("Nghỉ")
        WORK = "work", _("Làm việc")

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="day_decisions")
    day = models.DateField()
    what = models.CharField(max_length=4, choices=What)
    name = models.CharField(max_length=200)
    decision = models.CharField(max_length=200)

    class Meta:
        db_table = "organisations_day_decision"
        constraints = [models.UniqueConstraint(fields=["unit", "day"], name="day_decided_once", nulls_distinct=False)]


class DecidedYear(models.Model):
    """A year whose days off an administrator has entered; dates in other years are provisional (R11)."""

    year = models.PositiveIntegerField(primary_key=True)
    decision = models.CharField(max_length=200)

    class Meta:
        db_table = "organisations_decided_year"


class Installation(models.Model):
    """The one row that says what this installation is.

    town: "2023", "2025" (demo towns) or "real". clock_offset_seconds: seconds from the real clock to that of
    the demo town, fixed at its first start; null on the real clock.
    """

    town = models.CharField(max_length=10)
    demo = models.BooleanField()
    clock_offset_seconds = models.BigIntegerField(null=True)
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        db_table = "organisations_installation"
        constraints = [models.CheckConstraint(condition=Q(only=True), name="one_installation")]
