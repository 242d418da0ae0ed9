"""Rules about letters: size, weight, slant, capitals, colour, font. Counted on letters and digits only (1.6)."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.reading.formats import RunFormat
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Judgement, Rule, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import Use, View, letters

MANY: Final = 3  # letters off the rule that make a violation; fewer are a stray one
Judge: TypeAlias = Callable[[View], Judgement]
ALWAYS: Final = frozenset({
    Role.NATIONAL_TITLE, Role.MOTTO, Role.ISSUER, Role.NUMBER_LINE, Role.BODY,
})  # fmt: skip
MISSING: Final = ("không nhận ra thành phần này trong văn bản", "this component was not recognised in the document")
DOUBT: Final = ("chưa chắc đoạn nào là thành phần này", "it is not certain which paragraph is this component")


def absent(view: View, roles: tuple[Role, ...]) -> Judgement | None:
    """Why the rule cannot judge: its component is not there, or nobody can be sure which one it is."""
    if roles not in view.absent:
        view.absent[roles] = _absent(view, roles)
    return view.absent[roles]


def _absent(view: View, roles: tuple[Role, ...]) -> Judgement | None:
    if view.layout.why is not None and view.main is not None and not view.main.of(Role.NATIONAL_TITLE):
        return not_evaluated(*view.layout.why)
    found = view.appended(*roles)
    if not found:
        if any(role in ALWAYS for role in roles):
            return not_evaluated(*MISSING)
        return NOT_APPLICABLE
    if not any(piece.sure for piece in found):
        return not_evaluated(*DOUBT)
    return None


def over(
    uses: list[Use], good: Callable[[RunFormat], bool], said: Callable[[RunFormat], str],
    mend: Callable[[RunFormat], tuple[str, Any]] | None,
) -> list[Spot]:  # fmt: skip
    """Letters whose format is not good."""
    off = [use for use in uses if not good(use.format)]
    if not off:
        return []
    held = [(use, paragraph, run, letters(run.text)) for use in off for paragraph, run in use.runs]
    number = sum(count for *_, count in held)
    if not number:
        return []
    verdict = Verdict.VIOLATION
    if number < MANY:
        total = sum(letters(run.text) for use in uses for _, run in use.runs)
        verdict = Verdict.VIOLATION if number >= total else Verdict.WARNING
    return [
        Spot(verdict, said(use.format), paragraph.index,
             () if mend is None else (SetRun(run, *mend(use.format)),))
        for use, paragraph, run, count in held
        if count or mend is not None
    ]  # fmt: skip


def sized(rule: Rule, *roles: Role) -> Judge:
    """Sizes within the limits, in points, both ends included."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        low, high = view.limits[rule.id]
        return judged(of_size(view.uses(*roles), low, high), between(low, high))

    return judge


def of_size(uses: list[Use], low: float, high: float) -> list[Spot]:
    """Letters smaller or larger than the limits; mended to the nearer of them."""
    return over(
        uses, lambda form: low * 2 <= form.size <= high * 2, lambda form: points(form.points),
        lambda form: ("sz", nearest(form, low, high)),
    )  # fmt: skip


def nearest(form: RunFormat, low: float, high: float) -> int:
    """The size within the limits that is nearest, in half-points."""
    return round(2 * min(max(form.points, low), high))


def between(low: float, high: float) -> str:
    """ "13–14 pt", or "13 pt"."""
    return points(low) if low == high else f"{points(low)[:-3]}–{points(high)}"


def upright_size(rule: Rule, *roles: Role) -> Judge:
    """Size within the limits and upright: rules that name both in one breath (N3, K3)."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        low, high = view.limits[rule.id]
        uses = view.uses(*roles)
        spots = of_size(uses, low, high) + of_style(uses, italic=False)
        return judged(spots, between(low, high))

    return judge


def styled(_rule: Rule, *roles: Role, bold: bool | None = None, italic: bool | None = None) -> Judge:
    """Weight and slant; None: not asked."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        return judged(of_style(view.uses(*roles), bold=bold, italic=italic), style_words(bold, italic))

    return judge


def of_style(uses: list[Use], *, bold: bool | None = None, italic: bool | None = None) -> list[Spot]:
    """Letters of another weight or slant than asked."""
    spots: list[Spot] = []
    if bold is not None:
        spots += over(uses, lambda f: f.bold is bold, lambda f: "đậm" if f.bold else "không đậm",
                      lambda f: ("b", bold))  # fmt: skip
    if italic is not None:
        spots += over(uses, lambda f: f.italic is italic, lambda f: "nghiêng" if f.italic else "đứng",
                      lambda f: ("i", italic))  # fmt: skip
    return spots


def style_words(bold: bool | None, italic: bool | None) -> str:
    """What is asked, in Vietnamese words."""
    said = [] if italic is None else ["nghiêng" if italic else "đứng"]
    return ", ".join(said + ([] if bold is None else ["đậm" if bold else "không đậm"]))


def capitals(_rule: Rule, *roles: Role, mixed: frozenset[str] = frozenset()) -> Judge:
    """Letters show as capitals, typed so or by format. mixed: words that may hold small letters."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        spots: list[Spot] = []
        small = total = 0
        for use in view.uses(*roles):
            for paragraph, run in use.runs:
                total += letters(run.text)
                count = 0 if use.format.caps else sum(map(str.islower, run.text))
                if count and run.text.strip() not in mixed:
                    small += count
                    spots.append(Spot(Verdict.WARNING, "chữ thường", paragraph.index, (SetRun(run, "caps", True),)))
        if small >= MANY or (small and small >= total):
            for spot in spots:
                spot.verdict = Verdict.VIOLATION
        return judged(spots, "chữ in hoa")

    return judge
