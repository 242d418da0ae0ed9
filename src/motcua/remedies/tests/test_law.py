"""The common remedies lead to the very page, every signal has its own, and the rules go up."""

from datetime import date

import pytest
from django.urls import resolve

from motcua.engines.mending import Rule
from motcua.inspection.models import Finding
from motcua.inspection.signals import registry
from motcua.registers.register import every
from motcua.remedies import law, leads

DAY = date(2023, 4, 10)
TEMPLATES = law.templates(DAY)
LEADS = sorted({lead for one in TEMPLATES.values() for lead in one.leads})
GENERAL = {"training", "dialogue", "plan"}


@pytest.mark.parametrize("code", registry())
def test_every_signal_has_a_remedy_of_its_own_before_those_for_all(code: str) -> None:
    found = [one.code for one in law.templates_for(code, DAY)]
    assert found[0] not in GENERAL
    assert set(found[-3:]) == GENERAL


@pytest.mark.parametrize(
    "template", [one for one in TEMPLATES.values() if one.code not in GENERAL], ids=lambda t: t.code
)
def test_no_remedy_is_for_a_signal_that_there_is_not(template: law.Template) -> None:
    for begins in template.signals:
        assert any(code.startswith(begins) for code in registry())


@pytest.mark.parametrize("lead", LEADS)
def test_every_lead_resolves_for_a_record_of_its_kind(lead: str) -> None:
    kind = leads.RECORDS.get(lead.removesuffix(" key"), "dossier")
    finding = Finding(pk=5, subject=f"{kind}:7", unit_id=3, values={"ref": "H23.15.02-230315-0001"})
    address = leads.lead_to(lead, finding)
    assert resolve(address.partition("?")[0]).view_name == lead.split(" ")[0]


@pytest.mark.parametrize("lead", [one for one in LEADS if one.endswith((" ref", " key"))])
def test_a_lead_to_another_kind_of_record_is_none(lead: str) -> None:
    assert leads.lead_to(lead, Finding(subject="month:7:2023-03-01", unit_id=3, values={})) == ""


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda t: t.code)
def test_every_remedy_leads_somewhere_for_its_signals(template: law.Template) -> None:
    for code, signal in registry().items():
        if template.mends(code):
            finding = Finding(pk=5, subject=f"{signal.looks_at}:7", unit_id=3, values={"ref": "H23.15.02-230315-0001"})
            assert leads.address(template.code, finding, DAY)


def test_registers_that_are_led_to_are_declared() -> None:
    named = {lead.split(" ")[1] for lead in LEADS if lead.startswith("registers:") and " " in lead}
    assert named <= {one.name for one in every()}


def test_an_unknown_template_leads_nowhere() -> None:
    assert leads.address("cups", Finding(subject="dossier:7", unit_id=3, values={}), DAY) == ""


def test_the_rules_are_one_and_five_days() -> None:
    assert list(law.escalation_rules(DAY)) == [Rule(1, 1), Rule(2, 5)]


@pytest.mark.parametrize("text", [*(one.title for one in TEMPLATES.values()), *law.causes(DAY).values()], ids=str)
def test_every_word_is_in_both_languages(text: law.Text) -> None:
    assert text.vi != text.en
