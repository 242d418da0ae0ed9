"""The table of sentences: whole, without doubles, and in keeping with the signals."""

from collections import Counter

from motcua.conclusions.composing.building import build
from motcua.conclusions.composing.report import ACTS
from motcua.conclusions.composing.table import table
from motcua.conclusions.tests.conftest import LATER, Office
from motcua.inspection.signals import registry

# Not of this town: where nothing is settled there is no share, where no division stands there is none to follow up.
SOMETIMES = {"causes", "causes.told", "dossiers.in_time_share", "followers"}


def wordings() -> list:  # type: ignore[type-arg]
    held = table()
    topics = [wording for topic in (*held.done, *held.lacking) for wording in topic.wordings]
    return [*held.opening, *topics, *held.causes, *held.orders]


def test_every_signal_has_a_sentence_in_one_topic() -> None:
    counted = Counter(wording.code for topic in table().lacking for wording in topic.wordings)
    assert set(registry()) <= set(counted)
    assert max(counted.values()) == 1


def test_no_two_sentences_have_one_name() -> None:
    counted = Counter(wording.code for wording in wordings())
    assert [code for code, times in counted.items() if times > 1] == []


def test_a_topic_has_no_more_sentences_than_there_are_letters() -> None:
    assert max(len(topic.wordings) for topic in table().lacking) <= 23


def test_every_figure_that_a_sentence_names_is_one_that_can_be_reckoned(office: Office) -> None:
    known = set(build(office.unit, 2023, LATER).figures) | SOMETIMES
    known |= {f"{code}.{part}" for code in registry() for part in ("n", "units", "units_n")}
    known |= {f"{code}.{part}" for code in ("FUP01", "FUP02") for part in ("n", "units", "units_n")}
    named = {code for wording in wordings() for variant in wording.variants for code in variant.named}
    assert named - known == set()
    assert set(ACTS) - known == set()


def test_deadlines_are_longer_for_what_weighs_less() -> None:
    days = table().deadlines
    assert days["high"] < days["medium"] < days["low"] < days["report"]
