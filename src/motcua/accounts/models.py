"""People who sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. What he may do is his posts' affair (organisations), never a flag here.

    full_name: as on the decision of appointment. demo: an account of the demo town; production refuses them.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=200)
    title_vi = models.CharField(max_length=20, default="Ông/Bà")
    demo = models.BooleanField(default=False)

    objects: ClassVar[UserManager["User"]] = UserManager()  # type: ignore[assignment]

    class Meta:
        db_table = "accounts_user"

    def record_name(self) -> str:
        """The name the record keeps (events.commands.Actor)."""
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[-1] if self.full_name else self.username


class ApiToken(models.Model):
    """A key for programs, acting as its owner: his rights of the day AND these scopes, between two dates.

    Only the SHA-256 of the secret is kept; prefix: its first characters, to tell keys apart. Days are inclusive.
    """

    class Scope(models.TextChoices):
        READ = "dossiers:read", _("Đọc hồ sơ")
        WRITE = "dossiers:write", _("Ghi hồ sơ")
        CATALOGUE = "catalogue:read", _("Đọc danh mục")
        DOCUMENTS = "documents:check", _("Kiểm tra thể thức văn bản")

    user = models.ForeignKey(User, models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=60)
    prefix = models.CharField(max_length=12)
    digest = models.BinaryField(unique=True)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope))
    valid_from = models.DateField()
    valid_to = models.DateField()
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_on = models.DateField(null=True)

    class Meta:
        db_table = "accounts_api_token"
        constraints = [
            models.CheckConstraint(condition=models.Q(valid_to__gte=models.F("valid_from")), name="token_dates")
        ]

    @property
    def scope_words(self) -> list[str]:
        """Its scopes as people read them."""
        return [str(self.Scope(scope).label) for scope in self.scopes]
