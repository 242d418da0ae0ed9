"""What a unit has posted of the procedures it takes: what is missing or old stands first, and is told as done here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.catalogue import commands, policy, queries
from motcua.catalogue.policy import Action
from motcua.organisations.models import Unit
from motcua.organisations.reading.one_stops import one_stops
from motcua.web.door import StaffRequest, door_for

door = door_for(policy.may_enter)


def _own(request: StaffRequest) -> Unit:
    """The reader's own one-stop. Raises NotFound where he has none."""
    today = request.now.astimezone(VIETNAM).date()
    found = one_stops(today).filter(pk__in=policy.units_of(Action.SEE_POSTED, request.user, request.now)).first()
    if found is None:
        raise NotFound
    return found


@door(Action.SEE_POSTED)
def postings(request: StaffRequest) -> HttpResponse:
    """The list; a POST says that the chosen procedures hang there now."""
    unit = _own(request)
    if request.method == "POST":
        number = commands.post(unit.pk, request.POST.getlist("code"), by=request.user, now=request.now)
        messages.success(request, _("Đã ghi niêm yết %s thủ tục.") % number)
        return redirect("catalogue:postings")
    rows = queries.posted_by(unit, request.now.astimezone(VIETNAM).date())
    open_rows = [row for row in rows if not row.good]
    may = unit.pk in policy.units_of(Action.POST, request.user, request.now)
    context = {
        "unit": unit,
        "rows": open_rows,
        "good": [row for row in rows if row.good],
        "total": len(rows),
        "may": may,
    }
    return render(request, "catalogue/postings.html", context)
