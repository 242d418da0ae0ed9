"""A report as one HTML file without scripts, to be kept or sent on."""

import html
from collections.abc import Iterable, Iterator
from typing import Any, Final

from motcua.engines.decree30.output.summary import Summary
from motcua.engines.decree30.output.text import message
from motcua.engines.decree30.output.words import FIXES, LABELS, VERDICTS
from motcua.engines.decree30.rules import registry

STYLE: Final = """
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1b1f24;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{border-bottom:1px solid #d9dee3;padding:.4rem .5rem;
text-align:left;vertical-align:top}th{font-weight:600}.violation{color:#a11222;font-weight:600}.warning{color:#7a4b00;
font-weight:600}.not_filled,.needs_human,small{color:#57606a}.ok{color:#116329}code{white-space:nowrap}
"""


def document(objects: Iterable[dict[str, Any]], summary: Summary, language: str, profile: str) -> Iterator[str]:
    """The page, piece by piece."""
    label = LABELS[language]
    yield (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{label["title"]}</title><style>{STYLE}</style>'
        f"<h1>{label['title']}</h1><p>{label['profile']}: {html.escape(profile)}</p>"
    )
    for held in objects:
        summary.add(held)
        yield from _file(held, language)
    yield f"<h2>{label['rule']}</h2><table><tr><th>{label['code']}<th>{VERDICTS[language]['violation']}"
    yield f"<th>{VERDICTS[language]['warning']}<th>{label['rule']}</tr>"
    for code, violations, warnings in summary.rows():
        rule = registry()[code].rule
        asked = html.escape(rule.asks_vi if language == "vi" else rule.asks_en)
        yield f"<tr><td><code>{code}</code><td>{violations}<td>{warnings}<td>{asked}</tr>"
    yield f"</table><p>{summary.files} {label['files']}; {summary.failing} {label['with']}.</p></html>"


def _file(held: dict[str, Any], language: str) -> Iterator[str]:
    label = LABELS[language]
    kind = f" <small>{html.escape(held['document_type'])}</small>" if held["document_type"] else ""
    yield f"<h2>{html.escape(held['path'])}{kind}</h2>"
    if "error" in held:
        yield f'<p class="violation">{html.escape(held["error"]["message"])}</p>'
        return
    if not held["findings"]:
        yield f'<p class="ok">{label["clean"]}</p>'
        return
    yield "<table>"
    for one in held["findings"]:
        place = "" if one["paragraph"] is None else f"{label['paragraph']} {one['paragraph'] + 1}"
        yield (
            f'<tr><td class="{one["verdict"]}">{VERDICTS[language][one["verdict"]]}<td><code>{one["code"]}</code>'
            f"<td>{html.escape(message(one, language))}<br><small>{html.escape(one['clause'])}</small>"
            f"<td>{place}<td><small>{FIXES[language][one['fix']]}</small></tr>"
        )
    yield "</table>"
