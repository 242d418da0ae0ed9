"""Addresses of sign-in: those of django-allauth that staff need, no others (no sign-up, no e-mail pages)."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from motcua.accounts import pages
from motcua.web.door import open_to_all, signed_in

urlpatterns = [
    path("sign-in", open_to_all(account.login), name="account_login"),
    path("sign-out", open_to_all(account.logout), name="account_logout"),
    path("sign-in/inactive", open_to_all(account.account_inactive), name="account_inactive"),
    path("sign-in/again", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/second", open_to_all(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/second/again", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("account/password", signed_in(account.password_change), name="account_change_password"),
    path("account/tokens", pages.tokens, name="api_tokens"),
    path("account/tokens/<int:token_id>/revoke", pages.revoke, name="api_token_revoke"),
    path("account/second", signed_in(mfa.index), name="mfa_index"),
    path("account/second/app", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("account/second/app/off", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/second/codes", signed_in(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/second/codes/new",
        signed_in(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/second/codes/file",
        signed_in(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]
