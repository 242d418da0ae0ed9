"""Every part, chapter, section, subsection and article has a title (Phụ lục I, Phần I, II.6c)."""

from typing import Final

from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, judged
from motcua.engines.decree30.view import View

OWN: Final = 3  # words of "Tiểu mục 1": more is a title in the same line
TITLES: Final = {
    Role.PART: Role.PART_TITLE, Role.CHAPTER: Role.CHAPTER_TITLE, Role.SECTION: Role.SECTION_TITLE,
    Role.SUBSECTION: Role.SUBSECTION_TITLE,
}  # fmt: skip

RULE = Rule(
    code="ND30-C4.titles",
    clause="Phụ lục I, Phần I, II.6c",
    role=Role.CHAPTER,
    fix=Fix.NONE,
    vi="Không có tiêu đề: {measured}.",
    en="Without a title: {measured}.",
    asks_vi="Phần, chương, mục, tiểu mục, điều đều phải có tiêu đề.",
    asks_en="Every part, chapter, section, subsection and article has a title",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Parts to subsections; an article may be a run-on sentence (template 1.2)."""
    spots: list[Spot] = []
    held = False
    for part in view.layout.headed:
        for at, piece in enumerate(part.pieces):
            title = TITLES.get(piece.role)
            if title is None:
                continue
            held = True
            following = part.pieces[at + 1] if at + 1 < len(part.pieces) else None
            if (following is None or following.role is not title) and len(piece.text.split()) <= OWN:
                spots.append(spot_text(piece))
    return judged(spots) if held else NOT_APPLICABLE
