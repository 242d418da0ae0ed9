"""People who sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models


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
