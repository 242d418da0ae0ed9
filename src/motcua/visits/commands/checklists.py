"""Publishing checklists: a version never changes, editing makes the next."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.accounts.system import SYSTEM
from motcua.base.errors import NotPermitted
from motcua.events.commands import record
from motcua.visits import checklists, policy
from motcua.visits.errors import VisitChanged
from motcua.visits.models import ChecklistTemplate, TemplateVersion
from motcua.visits.policy import Action

GROUND: Final = "NĐ 63/2010/NĐ-CP Điều 35a; bộ câu hỏi theo thực tiễn [M]"


@transaction.atomic
def publish(template: ChecklistTemplate, groups: Any, *, seen: int, by: Any, now: datetime) -> TemplateVersion:
    """The next version of a checklist, made over version `seen`. Raises NotPermitted, BadChecklist, VisitChanged."""
    if not policy.may_enter(Action.EDIT, by, now):
        raise NotPermitted
    content = checklists.read_content(groups)
    ChecklistTemplate.objects.select_for_update(no_key=True).get(pk=template.pk)
    newest = template.versions.order_by("-version").first()
    if newest is not None and newest.version != seen:
        raise VisitChanged
    if newest is not None and newest.content == content:
        return newest
    return _publish(template, content, (newest.version if newest else 0) + 1, by=by, now=now)


@transaction.atomic
def publish_default(*, now: datetime) -> TemplateVersion:
    """The checklist that the software brings; a new version only where it says something else than the one before."""
    name, kind, content = checklists.default()
    template, _new = ChecklistTemplate.objects.get_or_create(name=name, defaults={"kind": kind})
    ChecklistTemplate.objects.select_for_update(no_key=True).get(pk=template.pk)
    own = template.versions.filter(by=None).order_by("-version").first()
    if own is not None and own.content == content:
        return own
    newest = template.versions.order_by("-version").first()
    return _publish(template, content, (newest.version if newest else 0) + 1, by=SYSTEM, now=now)


def _publish(template: ChecklistTemplate, content: Any, version: int, *, by: Any, now: datetime) -> TemplateVersion:
    author = None if by.pk is None else by
    made = TemplateVersion.objects.create(
        template=template, version=version, published_at=now, by=author, content=content
    )
    data = {"template": template.pk, "version": version, "questions": len(list(checklists.questions(content)))}
    record("checklist.published", template.stream, by=by, at=now, ground=GROUND, data=data)
    return made
