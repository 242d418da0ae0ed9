"""Records into clusters of one dossier; how far a pair is believed."""

from enum import IntEnum

import pytest

from motcua.engines.linkage import Pair
from motcua.engines.linkage.classes import Birth, Name, Number, Procedure
from motcua.inspection.reconciling.clusters import SOFTWARE, Clusters, Edge, Record, cautious

DOSSIER, OTHER_DOSSIER, PAPER, RECEIPT, SECOND_RECEIPT = (
    (SOFTWARE, 1), (SOFTWARE, 2), ("paper_register", 1), ("receipt", 1), ("receipt", 2),
)  # fmt: skip
ALL = [DOSSIER, OTHER_DOSSIER, PAPER, RECEIPT, SECOND_RECEIPT]


def edge(one: Record, other: Record, probability: float = 0.9, *, said: bool = False) -> Edge:
    return Edge(one, other, probability, {}, said=said)


def test_records_of_three_sources_are_one_by_a_chain_of_pairs() -> None:
    clusters = Clusters(ALL)
    clusters.join([edge(DOSSIER, PAPER), edge(PAPER, RECEIPT)])
    assert sorted(clusters.of(RECEIPT)) == sorted([DOSSIER, PAPER, RECEIPT])


@pytest.mark.parametrize(("probability", "size"), [(0.80, 2), (0.79, 1)])
def test_a_pair_joins_from_the_line_of_the_engine_on(probability: float, size: int) -> None:
    clusters = Clusters(ALL)
    clusters.join([edge(DOSSIER, PAPER, probability)])
    assert len(clusters.of(PAPER)) == size


def test_the_surer_pair_goes_first_and_a_source_has_a_dossier_once() -> None:
    clusters = Clusters(ALL)
    clusters.join([edge(DOSSIER, RECEIPT, 0.85), edge(DOSSIER, SECOND_RECEIPT, 0.95)])
    assert clusters.of(DOSSIER) == [DOSSIER, SECOND_RECEIPT]
    assert clusters.of(RECEIPT) == [RECEIPT]


def test_a_person_may_say_that_a_source_has_a_dossier_twice_but_not_that_two_dossiers_are_one() -> None:
    clusters = Clusters(ALL)
    clusters.join([edge(DOSSIER, PAPER, 1, said=True), edge(DOSSIER, RECEIPT, 1, said=True)])
    clusters.join([edge(DOSSIER, SECOND_RECEIPT, 1, said=True), edge(OTHER_DOSSIER, PAPER, 1, said=True)])
    assert len(clusters.of(DOSSIER)) == 4
    assert clusters.of(OTHER_DOSSIER) == [OTHER_DOSSIER]


def test_what_a_person_said_is_apart_does_not_meet_by_a_detour() -> None:
    clusters = Clusters(ALL, apart=[(DOSSIER, RECEIPT)])
    clusters.join([edge(DOSSIER, PAPER, 0.99), edge(PAPER, RECEIPT, 0.98)])
    assert clusters.of(RECEIPT) == [RECEIPT]


def levels(**more: IntEnum) -> dict[str, IntEnum]:
    return {"full_name": Name.EQUAL, "birth_date": Birth.UNSAID, "citizen_id": Number.UNSAID, **more}


@pytest.mark.parametrize(
    ("held", "believed"),
    [
        (levels(), 0.9),
        (levels(birth_date=Birth.OTHER), 0.79),
        (levels(citizen_id=Number.OTHER), 0.79),
        (levels(procedure=Procedure.OTHER), 0.79),
        (levels(birth_date=Birth.OTHER, citizen_id=Number.OTHER), None),
        (levels(full_name=Name.OTHER), None),
        (levels(full_name=Name.OTHER, citizen_id=Number.EQUAL), 0.79),
        (levels(full_name=Name.OTHER, phone=Number.EQUAL), 0.79),
        (levels(full_name=Name.UNSAID), None),
        (levels(full_name=Name.UNSAID, citizen_id=Number.EQUAL), 0.9),
        (levels(full_name=Name.ENDS), 0.79),
        (levels(full_name=Name.ENDS, birth_date=Birth.EQUAL), 0.9),
    ],
)
def test_a_pair_is_believed_as_far_as_name_and_numbers_carry_it(
    held: dict[str, IntEnum], believed: float | None
) -> None:
    assert cautious(Pair(0, 0, 0.9, held)) == believed


def test_caution_never_raises_a_probability() -> None:
    assert cautious(Pair(0, 0, 0.2, levels(birth_date=Birth.OTHER))) == 0.2
