"""From the type name to the verb line: boxes 5a and 9a, authority line, bases (Mục II.5, II.6a, II.9)."""

from collections.abc import Sequence

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.widths import text_width
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.laying.header import part_of
from motcua.engines.decree30.writing.laying.measures import BODY_LINE, GAP, Sizes, centred, half, running
from motcua.engines.decree30.writing.sheet import Para, Run, Stroke, lines_of

ADDRESSEE_LEFT = 2000  # twips: where "Kính gửi:" begins above a list


def opening(draft: Draft, sizes: Sizes, width: int) -> list[Para]:
    """Type and subject, addressees, authority line, bases, verb line; what a type has not is left out."""
    found: list[Para] = []
    if draft.type.name:
        found += title(draft.type.name, draft.subject, sizes, width)
    if draft.addressees:
        found += addressees(draft.addressee_label, draft.addressees, sizes)
    for line in draft.authority_line:
        found.append(spaced(centred(Role.AUTHORITY_LINE, line, sizes.body, bold=True)))
    found += bases(draft.bases, sizes)
    if draft.verb_line:
        found.append(spaced(centred(Role.VERB_LINE, draft.verb_line, sizes.body, bold=True)))
    return found


def title(name: str, subject: str, sizes: Sizes, width: int) -> list[Para]:
    """Type name, and the trích yếu with a line below of a third to half its length (Mục II.5b)."""
    kind = centred(Role.TYPE, name, sizes.body, bold=True)
    kind.before = 240
    if not subject:  # templates 1.8 and 1.10 have none
        kind.after = 240
        return [kind]
    about = centred(Role.SUBJECT, subject, sizes.body, bold=True)
    about.stroke = Stroke(part_of(lines_of(about, width / 20)))
    about.after = 300
    return [kind, about]


def addressees(label: str, names: Sequence[str], sizes: Sizes) -> list[Para]:
    """One stands on the line of "Kính gửi:"; two or more on lines of their own, dashes under the colon (II.9d)."""
    size = half(sizes.body)
    if label != "Kính gửi":  # công điện, giấy mời: a sentence of the text (templates 1.6, 1.7)
        if len(names) == 1:
            return [running(Role.ADDRESSEE, f"{label}: {names[0]}.", sizes.body)]
        listed = [f"- {name}{mark}" for name, mark in zip(names, marks(len(names)), strict=True)]
        return [running(Role.ADDRESSEE, text, sizes.body) for text in (f"{label}:", *listed)]
    if len(names) == 1:
        return [spaced(Para(Role.ADDRESSEE, [Run(f"{label}: {names[0]}", size)], align="center"))]
    colon = ADDRESSEE_LEFT + round(20 * text_width(label, sizes.body))
    dash = round(20 * text_width("- ", sizes.body))
    first = Para(Role.ADDRESSEE, [Run(f"{label}:", size)], left=ADDRESSEE_LEFT, before=GAP)
    rest = [
        Para(Role.ADDRESSEE, [Run(f"- {name}{mark}", size)], left=colon + dash, first=-dash)
        for name, mark in zip(names, marks(len(names)), strict=True)
    ]
    rest[-1].after = 2 * GAP
    return [first, *rest]


def marks(count: int) -> list[str]:
    """Each item of a list ends with a semicolon, the last with a full stop."""
    return [";"] * (count - 1) + ["."] if count else []


def bases(texts: Sequence[str], sizes: Sizes) -> list[Para]:
    """A basis a line, in italics; the last line of the block ends with a full stop (Mục II.6a)."""
    return [
        running(Role.LEGAL_BASIS, text.rstrip(";.") + mark, sizes.body, italic=True)
        for text, mark in zip(texts, marks(len(texts)), strict=True)
    ]


def spaced(para: Para) -> Para:
    """Set apart from what stands above and below."""
    para.before, para.after, para.line = GAP, 2 * GAP, BODY_LINE
    return para
