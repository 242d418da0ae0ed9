"""Khóa API: a person's own keys for programs."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import commands, queries
from motcua.accounts.forms import TokenForm
from motcua.base.errors import UserError
from motcua.web.door import StaffRequest, signed_in


@signed_in
def tokens(request: StaffRequest) -> HttpResponse:
    """The reader's keys; a new one is shown once."""
    form, secret, status = TokenForm(request.POST or None), "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _token, secret = commands.make_token(**form.cleaned_data, by=request.user, now=request.now)
                form, status = TokenForm(), 200
            except UserError as error:
                form.add_error("valid_to", error.words(get_language() or "vi"))
    context = {"form": form, "secret": secret, "tokens": queries.tokens_of(request.user)}
    answer = render(request, "accounts/tokens.html", context, status=status)
    answer["Cache-Control"] = "private, no-store"
    return answer


@signed_in
@require_POST
def revoke(request: StaffRequest, token_id: int) -> HttpResponse:
    """Revoke one."""
    commands.revoke_token(token_id, by=request.user, now=request.now)
    messages.success(request, _("Đã thu hồi khóa."))
    return redirect("api_tokens")
