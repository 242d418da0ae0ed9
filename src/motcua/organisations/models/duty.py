"""Who is on duty at a one-stop: the roster, who is away, who came, and the PIN of the counter's computer."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models.units import Unit


class Branch(models.TextChoices):
    """Whose post at the one-stop: the committee's own, or that of an agency with a line of its own (ngành dọc)."""

    OWN = "", _("Ủy ban nhân dân")
    POLICE = "police", _("Công an")
    INSURANCE = "insurance", _("Bảo hiểm xã hội")
    TAX = "tax", _("Thuế")
    MILITARY = "military", _("Quân sự")


class DutyPost(models.Model):
    """A place at the one-stop that somebody has to be at, from `begins` to `ends` on these weekdays.

    field: what is received there. weekdays: mon … sun. begins, ends: Vietnam time; outside office hours nobody is
    awaited. person: who is on duty, null while nobody is named. decision: the document that set the roster.
    valid_to: last day, inclusive. Neither day may lie in the past when it is entered: the roster of a past day
    reads today as it read then.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duty_posts")
    counter = models.CharField(max_length=60)
    branch = models.CharField(max_length=20, choices=Branch, blank=True, default=Branch.OWN)
    field = models.CharField(max_length=200)
    weekdays = ArrayField(models.CharField(max_length=3))
    begins = models.TimeField()
    ends = models.TimeField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="duty_posts")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=200)

    class Meta:
        db_table = "organisations_duty_post"
        indexes = [models.Index(fields=["unit", "valid_from"], name="duty_post_unit_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="duty_post_dates"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="duty_post_hours"),
        ]


class How(models.TextChoices):
    PIN = "pin", _("mã PIN tại quầy")
    SIGN_IN = "sign_in", _("tài khoản của mình")


class CheckIn(models.Model):
    """Somebody is at a post from `at` on; out_at null: he has not said that he left (counts to the post's end).

    standing_in_for: whose post it is, where another than he came.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="check_ins")
    post = models.ForeignKey(DutyPost, models.PROTECT, related_name="check_ins")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="check_ins")
    at = models.DateTimeField()
    out_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=10, choices=How)
    standing_in_for = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="stood_in")

    class Meta:
        db_table = "organisations_check_in"
        indexes = [models.Index(fields=["unit", "at"], name="check_in_unit_at")]
        constraints = [
            models.CheckConstraint(
                condition=Q(out_at__isnull=True) | Q(out_at__gte=F("at")), name="check_in_before_check_out"
            )
        ]


class DutyAbsence(models.Model):
    """The person of a duty post is away from day_from to day_to (inclusive), and why.

    substitute: who comes instead. recorded_at: what was known when; withdrawn_at: from then on it does not count.
    """

    post = models.ForeignKey(DutyPost, models.PROTECT, related_name="absences")
    day_from = models.DateField()
    day_to = models.DateField()
    ground = models.CharField(max_length=300)
    substitute = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="duty_substitutes")
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisations_duty_absence"
        constraints = [
            models.CheckConstraint(condition=Q(day_to__gte=F("day_from")), name="duty_absence_dates"),
            models.CheckConstraint(condition=~Q(ground=""), name="duty_absence_has_ground"),
        ]


class DutyPin(models.Model):
    """The PIN by which a person says at the counter's shared computer that he is there; only its hash is kept.

    wrong: wrong tries since `wrong_since`; too many close it for a while (commands.pins).
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="duty_pin")
    hashed = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
    wrong_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisations_duty_pin"
