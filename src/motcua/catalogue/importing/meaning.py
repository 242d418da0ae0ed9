"""What a row of the national list means; the raw value always stays beside it, doubt is said, never guessed away."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any, Final

from motcua.base.vietnamese import nfc

CODE: Final = re.compile(r"\d\.\d{6}")
LIMIT: Final = re.compile(r"(\d+(?:[.,]\d+)?) (Ngày làm việc|Ngày|Giờ|Tháng)", re.IGNORECASE)
WORDS: Final = {"ngày làm việc": "working_day", "ngày": "calendar_day", "giờ": "working_hour", "tháng": "month"}
UNITS: Final = {"WORKING_DAY": "working_day", "DAY": "calendar_day", "HOUR": "working_hour", "MONTH": "month"}
CHANNELS: Final = {"DIRECT": "direct", "ONLINE": "online", "POSTAL": "postal"}
FREE: Final = re.compile(r"\s*(miễn|không (thu|mất|có|quy định)|không\s*$)", re.IGNORECASE)
HOUR_OF_DAY: Final = 9  # "15 giờ" read as 15 hours is a time of day; from nine hours on a person has to look
LEVELS: Final = (
    ("commune", re.compile(r"cấp xã|ủy ban nhân dân (xã|phường|đặc khu)|công an (cấp )?xã", re.IGNORECASE)),
    ("district", re.compile(r"cấp huyện|quận|thị xã", re.IGNORECASE)),
    ("province", re.compile(r"cấp tỉnh|^sở |; ?sở |thành phố|tỉnh", re.IGNORECASE)),
    ("ministry", re.compile(r"cấp bộ|\bbộ |\bcục |tổng cục|ngân hàng nhà nước", re.IGNORECASE)),
)
BRANCHES: Final = {
    "Hải quan": "customs", "Thuế": "tax", "Thực hiện chính sách BHXH": "insurance", "Đăng ký, quản lý cư trú": "police",
    "Cấp, quản lý căn cước": "police",
}  # fmt: skip


@dataclass(slots=True)
class Meaning:
    """One procedure as the catalogue keeps it. terms, papers: columns of their models."""

    code: str
    name: str
    field: str = ""
    field_code: str = ""
    values: dict[str, Any] = made(default_factory=dict)
    terms: list[dict[str, Any]] = made(default_factory=list)
    papers: list[dict[str, Any]] = made(default_factory=list)
    decision: str = ""
    needs_human: list[str] = made(default_factory=list)


def meaning_of(source: str, row: Mapping[str, Any]) -> Meaning:
    """Read a row of a source. Raises KeyError, TypeError, AttributeError for a row of another shape."""
    read = {"full": _full, "commune": _commune, "catalogue": _catalogue}[source]
    found = read(row)
    if not CODE.fullmatch(found.code):
        found.needs_human.append("code")
    if any(terms["needs_human"] for terms in found.terms):
        found.needs_human.append("limit")
    if not found.field:
        found.needs_human.append("field")
    return found


def _catalogue(row: Mapping[str, Any]) -> Meaning:
    departments = [nfc(text) for text in row["departments"] if text.strip()]
    fields = [nfc(text) for text in row["categories"]]
    found = Meaning(row["code"].strip(), nfc(row["name"]), fields[0] if fields else "")
    found.values = {
        "levels": levels_in("; ".join(departments)), "agency": "; ".join(departments), "who_may_apply": row["targets"],
        "publisher": row["departmentPromulgate"] or "", "branch": BRANCHES.get(found.field, ""),
    }  # fmt: skip
    if not departments:
        found.needs_human.append("agency")
    return found


def _commune(row: Mapping[str, Any]) -> Meaning:
    found = Meaning(row["code"].strip(), nfc(row["name"]), nfc(row["field"]), decision=nfc(row["decision"]))
    found.values = {"levels": levels_in(row["levels"]), "branch": BRANCHES.get(found.field, "")}
    for channel in ("direct", "online", "postal"):
        text = row[f"limit_{channel}"].strip()
        if text:
            found.terms.append({"channel": channel, "limit_raw": row[f"limit_{channel}"], **_limit_in(text)})
    return found


def _full(row: Mapping[str, Any]) -> Meaning:
    category = row["category"] or {}
    found = Meaning(row["code"].strip(), nfc(row["name"]), nfc(category.get("name") or ""), category.get("code") or "")
    agency = row["executing_agency"] or ""
    found.values = {
        "levels": levels_in(agency), "agency": agency, "publisher": row["promulgating_agency"] or "",
        "who_may_apply": row["subject_types"], "result": "\n".join(row["results"]),
        "requirements": row["requirements"] or "",
        "steps": row["steps_raw"], "legal_basis": row["legal_basis"], "branch": BRANCHES.get(found.field, ""),
        "online_level": "partial" if any(entry["method"] == "ONLINE" for entry in row["channels"]) else "",
    }  # fmt: skip
    if not agency:
        found.needs_human.append("agency")
    if found.values["online_level"]:
        found.needs_human.append("online_level")  # the source offers the channel, it does not say partial or full
    found.terms = [_terms(entry) for entry in row["channels"]]
    found.papers = list(_papers(row["checklist_raw"]))
    return found


def _terms(entry: Mapping[str, Any]) -> dict[str, Any]:
    processing = entry["processing"] or {}
    return {
        "channel": CHANNELS[entry["method"]], "limit_raw": processing, "note": entry["note"] or "",
        **_limit_of(processing.get("qty"), processing.get("unit") or ""), **_fee(entry["fees"]),
    }  # fmt: skip


def _limit_of(quantity: object, unit: str) -> dict[str, Any]:
    """A number with a known unit; anything else is left to a person."""
    known = UNITS.get(unit, "")
    number = isinstance(quantity, int | float) and not isinstance(quantity, bool) and quantity > 0
    if not (known and number) or (known == "month" and quantity != int(quantity)):  # type: ignore[call-overload]
        return {"limit_quantity": "", "limit_unit": "", "needs_human": True}
    doubtful = known == "working_hour" and float(str(quantity)) >= HOUR_OF_DAY
    return {"limit_quantity": f"{quantity:g}", "limit_unit": known, "needs_human": doubtful}


def _limit_in(text: str) -> dict[str, Any]:
    """`10 Ngày làm việc`; a bare number has lost its unit and says nothing."""
    match = LIMIT.fullmatch(text)
    if match is None:
        return {"limit_quantity": "", "limit_unit": "", "needs_human": True}
    quantity, unit = match[1].replace(",", "."), WORDS[match[2].lower()]
    doubtful = unit == "working_hour" and float(quantity) >= HOUR_OF_DAY
    return {"limit_quantity": quantity, "limit_unit": unit, "needs_human": doubtful}


def _fee(fees: list[Mapping[str, Any]]) -> dict[str, Any]:
    """One amount where the source has just one; 0 is free only where its text says so; else unknown."""
    texts = [nfc(fee["text"] or "") for fee in fees]
    amounts = {fee["value_vnd"] for fee in fees}
    amount = next(iter(amounts)) if len(amounts) == 1 else None
    if amount == 0 and not all(FREE.match(text) for text in texts):
        amount = None
    if amount is not None and (not isinstance(amount, int) or not 0 <= amount < 10**12):
        amount = None
    return {"fee_vnd": amount, "fee_text": "\n".join(filter(None, texts)), "fee_raw": fees}


def _papers(groups: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for group in groups:
        for item in group["items"]:
            yield {
                "group": group["group"] or "", "name": nfc(item["name"] or ""), "code": (item["code"] or "")[:60],
                "originals": item["original_qty"] or 0, "copies": item["copy_qty"] or 0,
            }  # fmt: skip


def levels_in(text: str) -> list[str]:
    """Levels of government that a text of agencies names."""
    return [level for level, pattern in LEVELS if pattern.search(text)]
