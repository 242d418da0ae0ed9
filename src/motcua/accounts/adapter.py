"""Sign-in rules: accounts are made by an administrator, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No self-service accounts; staff are appointed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
