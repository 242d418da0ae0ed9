"""Rules about what is written: marks at the end of a line, headings, sizes that must equal the body's."""

import re
from collections import Counter
from collections.abc import Callable

from motcua.engines.decree30.judging.letters import Judge, absent, over
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import NOT_APPLICABLE, Judgement, Rule, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import View

QUOTED = "”\"'’)»"


def end_of(text: str) -> str:
    """The last mark of a text, a closing quotation or drafter's sign left out; "" for none."""
    bare = text.rstrip().rstrip(QUOTED).rstrip()
    return bare[-1:] if bare and not bare[-1].isalnum() else ""


def spot_text(piece: Piece, verdict: Verdict = Verdict.VIOLATION, said: str | None = None) -> Spot:
    """A spot that quotes the beginning of its piece."""
    text = piece.text if said is None else said
    return Spot(verdict, text if len(text) <= 60 else text[:57] + "…", piece.paragraph.index)


def text_spots(
    _rule: Rule, role: Role, test: Callable[[Piece], Spot | None], allowed: str = "", *, attached: bool = True
) -> Judge:
    """A test of every piece of a role whose role is sure."""

    def judge(view: View) -> Judgement:
        missing = absent(view, (role,))
        if missing is not None:
            return missing
        held = [piece for piece in view.pieces(role, attached=attached) if piece.sure]
        if not held:
            return NOT_APPLICABLE
        return judged([spot for piece in held if (spot := test(piece)) is not None], allowed)

    return judge


def body_size(view: View) -> float | None:
    """Size of most letters of the running text, in points; None where there is none."""
    sizes: Counter[int] = Counter()
    for paragraph in view.running:
        for run in paragraph.runs:
            sizes[run.format.size] += len(run.text)
    return sizes.most_common(1)[0][0] / 2 if sizes else None


def same_size(_rule: Rule, *roles: Role) -> Judge:
    """As large as the body."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        size = body_size(view)
        if size is None:
            return not_evaluated("không có đoạn nội dung để so cỡ chữ", "there is no body text to compare with")
        spots = over(view.uses(*roles), lambda form: form.points == size, lambda form: points(form.points),
                     lambda _form: ("sz", round(size * 2)))  # fmt: skip
        return judged(spots, points(size))

    return judge


def is_title_text(text: str) -> bool:
    """A title ends without a mark; a run-on sentence ends with one (1.6)."""
    return end_of(text) == ""


def softened(view: View, judgement: Judgement) -> Judgement:
    """Of a specialised document, whose name and symbol its sector sets, a violation only warns (1.6)."""
    if judgement.verdict is not Verdict.VIOLATION or any(part.kind is not None for part in view.layout.documents):
        return judgement
    return judged([Spot(Verdict.WARNING, spot.measured, spot.paragraph) for spot in judgement.spots], judgement.allowed)


def numbered(_rule: Rule, *roles: Role, number: "re.Pattern[str]", allowed: str) -> Judge:
    """The number behind the word of a division, typed or automatic."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        held = view.pieces(*roles)
        wrong = [one for one in held if not number.match(f"{one.paragraph.label} {one.text}".strip())]
        return judged([spot_text(one) for one in wrong], allowed)

    return judge


def small_word(_rule: Rule, *roles: Role) -> Judge:
    """The word before the number of a division stands in small letters."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        return judged([spot_text(one) for one in view.pieces(*roles) if _shouted(one)])

    return judge


def _shouted(piece: Piece) -> bool:
    word = (piece.paragraph.label or piece.text).split()[0]
    return word.isupper() or (bool(piece.runs) and piece.runs[0].format.caps)
