"""The end of a document: signature block and recipients on one level (boxes 7, 8, 9b, 12; Mục II.7, II.9)."""

from collections.abc import Sequence

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft, Signature
from motcua.engines.decree30.writing.kinds import Family
from motcua.engines.decree30.writing.laying.measures import GAP, SIGNING_SPACE, Sizes, centred, half, pictured
from motcua.engines.decree30.writing.laying.opening import marks
from motcua.engines.decree30.writing.sheet import Block, Columns, Para, Run, Use

LABEL = "Nơi nhận:"
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 110.0, 56.0  # points, at most


def closing(draft: Draft, sizes: Sizes, width: int) -> list[Block]:
    """One who signs: right of the recipients. Two: beside each other, the recipients below (template 1.9)."""
    listed = recipients(draft.recipients, sizes)
    if draft.drafter:
        listed.append(Para(Role.DRAFTER, [Run(draft.drafter, half(sizes.recipients))]))
    first, *others = draft.signatures
    if draft.type.family is Family.WITHOUT_SUBJECT or not others:
        confirmations = [_confirmation(one, sizes) for one in others]
        return [beside(listed, signature(first, sizes), width), *(para for one in confirmations for para in one)]
    pair = Columns(Use.PARTIES, signature(first, sizes), signature(others[0], sizes), _halves(width))
    return [_apart(sizes), pair, _apart(sizes), *listed]


def beside(listed: list[Para], signed: list[Para], width: int) -> Columns:
    """Recipients and signature on one level."""
    return Columns(Use.SIGNATURE, listed, signed, _halves(width))


def signature(who: Signature, sizes: Sizes) -> list[Para]:
    """Authority words, title, room for the signature, name (Mục II.7)."""
    lines = [centred(Role.AUTHORITY, text, sizes.body, bold=True) for text in who.authority]
    if who.title:
        lines.append(centred(Role.TITLE, who.title, sizes.body, bold=True))
    if who.other_title:
        other = centred(Role.OTHER_TITLE, who.other_title, sizes.body, bold=True)
        other.before = SIGNING_SPACE
        lines.append(other)
    name = centred(Role.SIGNER, who.name, sizes.body, bold=True)
    if who.image:
        return [*lines, pictured(who.image, SIGNATURE_WIDTH, f"Chữ ký của {who.name}", SIGNATURE_HEIGHT), name]
    name.before = 0 if who.other_title else SIGNING_SPACE
    return [*lines, name]


def recipients(names: Sequence[str], sizes: Sizes) -> list[Para]:
    """ "Nơi nhận:" of 12 points, bold and italic; the list of 11, each with a dash and a mark (Mục II.9d)."""
    if not names:
        return []
    label = Run(LABEL, half(sizes.recipients_label), bold=True, italic=True)
    items = [
        Para(Role.RECIPIENTS, [Run(f"- {name}{mark}", half(sizes.recipients))])
        for name, mark in zip(names, marks(len(names)), strict=True)
    ]
    return [Para(Role.RECIPIENTS_LABEL, [label]), *items]


def _halves(width: int) -> tuple[int, int]:
    return width - width // 2, width // 2


def _apart(sizes: Sizes) -> Para:
    return Para(Role.EMPTY, [Run("", half(sizes.body))])


def _confirmation(who: Signature, sizes: Sizes) -> list[Para]:
    """The third block of a giấy nghỉ phép (template 1.10)."""
    title = centred(Role.TITLE, who.title, sizes.body, bold=True)
    title.before = 4 * GAP
    return [title]
