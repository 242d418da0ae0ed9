"""What was found in one file: a finding a rule, roles, what could not be evaluated; the contract of the JSON."""

from dataclasses import dataclass, field
from typing import Any, Final

from motcua.engines.decree30.output.english import english
from motcua.engines.decree30.roles.parts import Layout
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Verdict
from motcua.engines.decree30.rules import registry

VERSION: Final = 1
QUIET: Final = frozenset({Verdict.OK, Verdict.NOT_APPLICABLE})
COUNTED: Final = frozenset({Verdict.VIOLATION, Verdict.WARNING})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of the file, its places together. fix: NONE too where this very file allows none."""

    rule: Rule
    verdict: Verdict
    paragraphs: tuple[int, ...]
    page_hint: int | None
    measured: str
    allowed: str
    fix: Fix = Fix.NONE

    @property
    def paragraph(self) -> int | None:
        """The first place."""
        return self.paragraphs[0] if self.paragraphs else None

    def words(self, language: str = "vi") -> str:
        """The message, for a reader."""
        if language.startswith("en"):
            measured, allowed = english(self.measured, self.rule.code), english(self.allowed, self.rule.code)
            return self.rule.en.format(measured=measured, allowed=allowed)
        return self.rule.vi.format(measured=self.measured, allowed=self.allowed)

    def as_json(self) -> dict[str, Any]:
        """One of `findings`."""
        return {
            "code": self.rule.code, "verdict": self.verdict.value, "severity": self.rule.severity.value,
            "clause": self.rule.clause, "role": None if self.rule.role is None else self.rule.role.value,
            "paragraph": self.paragraph, "paragraphs": list(self.paragraphs), "page_hint": self.page_hint,
            "message": self.words(), "measured": self.measured, "allowed": self.allowed, "fix": self.fix.value,
        }  # fmt: skip


@dataclass(slots=True)
class Report:
    """One file. quiet: rules that are ok or do not apply. suppressed: ignored ones that would speak.

    error, error_en: code and why it could not be read, in both languages; then all else is empty.
    """

    path: str
    sha256: str = ""
    document_type: str = ""
    findings: list[Finding] = field(default_factory=list)
    quiet: dict[str, Verdict] = field(default_factory=dict)
    layout: Layout | None = None
    not_evaluated: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    suppressed: list[str] = field(default_factory=list)
    error: tuple[str, str] | None = None
    error_en: str = ""

    @property
    def roles(self) -> list[dict[str, Any]]:
        """Every piece with its role and how sure that is; several of one paragraph where lines share it."""
        return [] if self.layout is None else [
            {"paragraph": piece.paragraph.index, "role": piece.role.value, "confidence": round(piece.confidence, 2)}
            for part in self.layout.parts for piece in part.pieces
        ]  # fmt: skip

    @property
    def counted(self) -> list[Finding]:
        """Violations and warnings: what makes the exit status 1."""
        return [finding for finding in self.findings if finding.verdict in COUNTED]

    def calm(self) -> list[Finding]:
        """The rules that found nothing, as findings."""
        entries = registry()
        return [Finding(entries[code].rule, verdict, (), None, "", "") for code, verdict in self.quiet.items()]

    @property
    def clean(self) -> bool:
        """Neither a violation nor a warning."""
        return self.error is None and not self.counted

    def as_json(self, *, all_verdicts: bool = False, roles: bool = True) -> dict[str, Any]:
        """The object of one line (docs/decree30.md); a rule stands in `findings` or in `not_evaluated`, not in both."""
        shown = [*self.findings, *(self.calm() if all_verdicts else ())]
        held: dict[str, Any] = {
            "version": VERSION, "path": self.path, "sha256": self.sha256, "document_type": self.document_type,
            "findings": [one.as_json() for one in shown], "roles": self.roles if roles else [],
            "not_evaluated": self.not_evaluated, "notes": self.notes,
        }  # fmt: skip
        if self.suppressed:
            held["suppressed"] = self.suppressed
        if self.error is not None:
            held["error"] = {"code": self.error[0], "message": self.error[1], "message_en": self.error_en}
        return held


def finding(rule: Rule, judgement: Judgement, page_of: list[int] | None) -> Finding:
    """A judgement as it is reported; a rule we are not certain of never says more than a warning."""
    verdict = judgement.verdict
    if verdict is Verdict.VIOLATION and not rule.certain:
        verdict = Verdict.WARNING
    paragraphs = tuple(judgement.paragraphs)
    hint = page_of[paragraphs[0]] if paragraphs and page_of is not None and paragraphs[0] < len(page_of) else None
    mendable = any(spot.edits for spot in judgement.spots) and judgement.verdict in COUNTED
    fix = rule.fix if mendable else Fix.NONE
    return Finding(rule, verdict, paragraphs, hint, judgement.measured, judgement.allowed, fix)
