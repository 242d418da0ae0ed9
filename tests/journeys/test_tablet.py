"""Two inspectors at a unit without a network: nothing is lost, nothing doubled, nothing readable without the PIN."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from motcua.engines.merging import Entry, Kind, likeness, state
from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sideways, sign_in
from tests.journeys.tablets import PIN, answer, cut, mend, open_visit, picture, question, sign, tablet, unlock, write

NOTE = "Hai hồ sơ không có giấy tiếp nhận"
WINDOWS = [(768, 1024), (1024, 768), (390, 844)]
READ_ALL = """async () => {
  const told = (value) => value instanceof ArrayBuffer ? String.fromCharCode(...new Uint8Array(value))
    : ArrayBuffer.isView(value) ? told(value.buffer) : Array.isArray(value) ? value.map(told).join(" ")
    : value && typeof value === "object" ? Object.entries(value).map(([k, v]) => `${k}=${told(v)}`).join(" ")
    : String(value);
  const db = await new Promise((done) => {
    const ask = indexedDB.open("motcua-tablet");
    ask.onsuccess = () => done(ask.result);
  });
  const all = (name) => new Promise((done) => {
    const rows = [], ask = db.transaction(name).objectStore(name).openCursor();
    ask.onsuccess = () => {
      const at = ask.result;
      if (!at) return done(rows);
      rows.push(`${name} ${told(at.key)}: ${told(at.value)}`);
      at.continue();
    };
  });
  const boxes = [], rest = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.body.innerText];
  for (const name of db.objectStoreNames) boxes.push(...(await all(name)));
  db.close();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) rest.push(request.url, await (await cache.match(request)).text());
  }
  return [boxes.join("\\n"), rest.join("\\n")];
}"""


def test_a_day_without_a_network_arrives_exactly_once(
    product: Product, browser: Browser, page: Page, tmp_path: Path
) -> None:
    address = open_visit(page, product.url, "Lạc Long", "kinhmon.tuphap")
    with tablet(browser, product.url, "kinhmon.tuphap") as device:
        cut(device)
        device.reload()  # out of the service worker
        expect(device.get_by_role("heading", name="Máy đang khóa")).to_be_visible()
        unlock(device)
        for name, said in (("1.1", "Đạt"), ("5.1", "Chưa đạt"), ("12.1", "Không áp dụng")):
            answer(device, name, said)
        card = question(device, "7.3")
        card.get_by_label("Thiếu").fill("2")
        card.get_by_role("button", name="Chưa đạt").click()
        write(card, "Ghi chú", "Nội dung ghi chú", NOTE, "Lưu ghi chú")
        card.locator("input[type=file]").set_input_files(picture(tmp_path))
        expect(card.get_by_text("Ảnh ở máy này, chờ gửi")).to_be_visible()
        sign(device, "Trần Thị Mẫu")
        expect(device.locator(".bar")).to_contain_text("Mất mạng: 5 câu, 1 ảnh đã lưu ở máy, chờ gửi")
        faults = [fault for window in WINDOWS for fault in looked_at(device, window)]
        device.reload()  # nothing of it was in memory only
        unlock(device)
        expect(device.locator(".bar")).to_contain_text("Mất mạng: 5 câu, 1 ảnh")
        mend(device)
        device.reload()
        unlock(device)
        expect(device.locator(".bar")).to_contain_text("Đã gửi hết")
    sign_in(page, product.url, "kinhmon.tuphap")
    page.goto(address)
    expect(page.get_by_role("heading", name="Câu hỏi: 4/44")).to_be_visible()
    line = page.locator('[id="q-7.3"]')
    expect(line).to_contain_text("Chưa đạt, thiếu 2")
    expect(line.get_by_text(NOTE)).to_have_count(1)
    expect(page.get_by_text("ký trên đúng nội dung này")).to_be_visible()
    with page.expect_response("**/photos/*") as sent:
        line.get_by_role("link", name="Ảnh").click()
    data = sent.value.body()
    assert sent.value.headers["content-type"] == "image/jpeg"
    assert b"MAYANHMAU" not in data
    assert len(data) <= 2 * 2**20
    assert faults == []


def looked_at(device: Page, window: tuple[int, int]) -> list[str]:
    device.set_viewport_size({"width": window[0], "height": window[1]})
    return axe(device) + [f"{window} scrolls sideways"] * sideways(device)


def test_two_inspectors_without_a_network_are_merged_and_their_conflict_is_chosen(
    product: Product, browser: Browser, page: Page
) -> None:
    address = open_visit(page, product.url, "Lê Ninh", "kinhmon.dothi", "kinhmon.taichinh")
    defect = ("Tồn tại", "Tồn tại là gì, ở đâu")
    with (
        tablet(browser, product.url, "kinhmon.dothi") as one,
        tablet(browser, product.url, "kinhmon.taichinh") as other,
    ):
        for device in (one, other):
            cut(device)
        answer(one, "1.1", "Đạt")
        answer(other, "2.1", "Đạt")
        answer(one, "8.2", "Đạt")
        answer(other, "8.2", "Chưa đạt")
        for device in (one, other):
            answer(device, "3.1", "Đạt")
        write(question(one, "6.1"), *defect, "Quầy 2 không có biển tên công chức", "Lưu tồn tại")
        write(question(other, "6.1"), *defect, "Không có biển tên công chức ở quầy 2", "Lưu tồn tại")
        for device in (one, other, one):
            mend(device)
        for device in (one, other):
            expect(question(device, "8.2").get_by_text("Hai người trả lời khác nhau")).to_be_visible()
            expect(question(device, "6.1").get_by_text("Có thể là một tồn tại")).to_be_visible()
            expect(question(device, "3.1").get_by_text("2 người cùng trả lời")).to_be_visible()
        faults = looked_at(one, (768, 1024))
        card = question(one, "8.2")
        faults += looked_at(one, (390, 844))
        card.get_by_role("listitem").filter(has_text="Chưa đạt").get_by_role("button", name="Chọn").click()
        expect(card.get_by_text("Khác nhau")).to_have_count(0)
        question(one, "6.1").get_by_role("button", name="Là một, gộp lại").click()
        expect(question(one, "6.1").locator("ul.said li")).to_have_count(1)
        for device in (one, other):
            mend(device)
        expect(question(other, "8.2").get_by_role("button", name="Chưa đạt")).to_have_attribute("aria-pressed", "true")
        expect(question(other, "6.1").locator("ul.said li")).to_have_count(1)
    sign_in(page, product.url, "kinhmon.dothi")
    page.goto(address)
    expect(page.get_by_role("heading", name="Câu hỏi: 4/44")).to_be_visible()
    expect(page.locator('[id="q-8.2"]')).to_contain_text("Chưa đạt")
    assert faults + axe(page) == []


def test_an_answer_that_was_cut_off_is_asked_for_again_and_doubles_nothing(
    product: Product, browser: Browser, page: Page, tmp_path: Path
) -> None:
    address = open_visit(page, product.url, "Bạch Đằng", "kinhmon.chutich")
    with tablet(browser, product.url, "kinhmon.chutich") as device:
        cut(device)
        for name in ("1.1", "5.1", "12.1"):
            answer(device, name, "Đạt")
        card = question(device, "6.1")
        card.locator("input[type=file]").set_input_files(picture(tmp_path))
        expect(card.get_by_text("Ảnh ở máy này, chờ gửi")).to_be_visible()
        taken: dict[str, int] = {}

        def lose(route: Route) -> None:
            """The first of each kind: the server takes it, and the tablet never hears."""
            kind = "photo" if "/photos/" in route.request.url else "entries"
            if kind in taken:
                route.continue_()
                return
            taken[kind] = 0
            taken[kind] = route.fetch().status
            route.abort()

        for kind in ("**/photos/*", re.compile(r"/sync/\d+$")):
            device.context.route(kind, lose)
        device.context.set_offline(False)
        for _ in range(100):
            if taken == {"photo": 204, "entries": 200}:
                break
            device.get_by_role("button", name="Gửi ngay").click()
            device.wait_for_timeout(300)
        assert taken == {"photo": 204, "entries": 200}  # both were taken, and nothing of it was heard
        device.context.unroute_all(behavior="wait")
        mend(device)
    sign_in(page, product.url, "kinhmon.chutich")
    page.goto(address)
    expect(page.get_by_role("heading", name="Câu hỏi: 3/44")).to_be_visible()
    expect(page.locator('[id="q-6.1"]').get_by_role("link", name="Ảnh")).to_have_count(1)
    expect(page.get_by_text("Mục không nhận được")).to_have_count(0)


def test_the_work_stays_when_the_session_ends_or_another_signs_in(
    product: Product, browser: Browser, page: Page
) -> None:
    open_visit(page, product.url, "Hoành Sơn", "kinhmon.tiepnhan2")
    with tablet(browser, product.url, "kinhmon.tiepnhan2") as device:
        cut(device)
        answer(device, "1.1", "Đạt")
        device.context.clear_cookies()
        device.context.set_offline(False)
        device.get_by_role("button", name="Gửi ngay").click()
        expect(device.locator(".bar")).to_contain_text("Phiên đăng nhập đã hết; 1 câu, 0 ảnh còn ở máy.")
        sign_in(device, product.url, "kinhmon.tiepnhan", lands="/*")
        device.goto(f"{product.url}/visits/tablet/")
        unlock(device)
        expect(device.locator(".bar")).to_contain_text("Máy đang giữ nội dung của tài khoản khác")
        sign_in(device, product.url, "kinhmon.tiepnhan2", lands="/*")
        device.goto(f"{product.url}/visits/tablet/")
        unlock(device)
        expect(device.locator(".bar")).to_contain_text("Đã gửi hết")


def test_a_visit_that_is_over_leaves_the_tablet_when_all_was_sent(
    product: Product, browser: Browser, page: Page
) -> None:
    address = open_visit(page, product.url, "Phạm Thái", "kinhmon.quantri")
    with tablet(browser, product.url, "kinhmon.quantri") as device:
        answer(device, "1.1", "Đạt")
        expect(device.locator(".bar")).to_contain_text("Đã gửi hết")
        cut(device)
        answer(device, "2.1", "Đạt")
        page.goto(address)
        page.get_by_role("button", name="Thôi ghi, lập biên bản").click()
        expect(page.get_by_role("button", name="Kết thúc cuộc kiểm tra")).to_be_visible()
        device.context.set_offline(False)
        device.get_by_role("button", name="Gửi ngay").click()
        expect(device.get_by_text("Máy chủ không nhận 1 mục, đã giữ nguyên")).to_be_visible()
        device.get_by_role("button", name="Đã xem, bỏ khỏi máy này").click()
        expect(device.get_by_text("Không có cuộc kiểm tra nào đang mở")).to_be_visible()
        boxes, _rest = device.evaluate(READ_ALL)
        assert "said " not in boxes and "others " not in boxes
    page.reload()
    expect(page.get_by_text("Mục không nhận được, giữ nguyên")).to_be_visible()


def test_without_the_pin_nothing_is_readable(product: Product, browser: Browser, page: Page) -> None:
    open_visit(page, product.url, "Thất Hùng", "kinhmon.laodong")
    with tablet(browser, product.url, "kinhmon.laodong") as device:
        cut(device)
        write(question(device, "7.3"), "Ghi chú", "Nội dung ghi chú", NOTE, "Lưu ghi chú")
        device.get_by_role("button", name="Khóa").click()
        expect(device.get_by_role("heading", name="Máy đang khóa")).to_be_visible()
        boxes, rest = device.evaluate(READ_ALL)
        assert "lock lock: salt=" in boxes and "said " in boxes and "Máy đang khóa" in rest
        plain = (NOTE, "hồ sơ không", "Thất Hùng", "12/QĐ-UBND", "H23.15", "Giấy tiếp nhận hồ sơ và hẹn trả", PIN)
        assert [text for text in plain if _in(text, boxes + rest)] == []
        assert [text for text in ("pass", "question", "uuid", "checklist", "token") if text in boxes] == []
        unlock(device, "sai mã PIN")
        expect(device.get_by_text("Mã PIN không đúng.")).to_be_visible()
        unlock(device, "sai mã PIN 2")
        expect(device.get_by_text("Mã PIN không đúng.")).to_be_visible()
        unlock(device, "sai mã PIN 3")
        expect(device.get_by_text("Thử lại sau 5 giây")).to_be_visible()
        unlock(device)  # even the right one waits
        expect(device.get_by_text("Nhập sai nhiều lần")).to_be_visible()
        expect(device.get_by_text("Thất Hùng")).to_have_count(0)
        assert axe(device) == []
        device.wait_for_timeout(5500)
        unlock(device)
        expect(question(device, "7.3").get_by_text(NOTE)).to_be_visible()


def _in(text: str, found: str) -> bool:
    """Also as the bytes of UTF-8 that a box would hold."""
    return text in found or text.encode().decode("latin-1") in found


def test_ten_minutes_without_a_touch_lock_the_tablet(product: Product, browser: Browser, page: Page) -> None:
    open_visit(page, product.url, "Duy Tân", "kinhmon.phochutich")
    with tablet(browser, product.url, "kinhmon.phochutich") as device:
        device.clock.install()
        cut(device)
        device.reload()
        unlock(device)
        card = question(device, "7.3")
        card.get_by_role("button", name="Ghi chú").click()
        card.get_by_label("Nội dung ghi chú").fill(NOTE)
        device.clock.fast_forward("09:30")
        expect(card).to_be_visible()
        device.clock.fast_forward("00:40")
        expect(device.get_by_role("heading", name="Máy đang khóa")).to_be_visible()
        unlock(device)
        expect(question(device, "7.3").get_by_label("Nội dung ghi chú")).to_have_value(NOTE)


FULL = """() => {
  const add = IDBObjectStore.prototype.add;
  window.mend = () => { IDBObjectStore.prototype.add = add; };
  IDBObjectStore.prototype.add = () => { throw new DOMException("", "QuotaExceededError"); };
}"""


def test_a_full_tablet_says_so_and_keeps_the_words_on_the_screen(
    product: Product, browser: Browser, page: Page
) -> None:
    open_visit(page, product.url, "Tân Dân", "kinhmon.vanthu")
    with tablet(browser, product.url, "kinhmon.vanthu") as device:
        cut(device)
        card = question(device, "7.3")
        device.evaluate(FULL)
        card.get_by_role("button", name="Ghi chú").click()
        card.get_by_label("Nội dung ghi chú").fill(NOTE)
        card.get_by_role("button", name="Lưu ghi chú").click()
        expect(card.get_by_text("Bộ nhớ của máy đã đầy")).to_be_visible()
        expect(card.get_by_label("Nội dung ghi chú")).to_have_value(NOTE)
        expect(card.locator("ul.said")).to_have_count(0)
        device.evaluate("window.mend()")
        card.get_by_role("button", name="Lưu ghi chú").click()
        expect(card.locator("ul.said li")).to_have_count(1)
        mend(device)
        expect(card.locator("ul.said li")).to_have_count(1)


TEXTS = ["Sổ không ghi ngày hẹn trả", "so khong ghi ngay hen", "Thiếu biển tên", "Đèn hỏng", "đèn HỎNG ở quầy", ""]


def _histories(number: int) -> list[list[dict[str, Any]]]:
    """What up to three devices may say, rings included; by a seed, so that both sides get the same."""
    dice, kinds = random.Random(7), ["answer", "resolve", "note", "photo", "defect"]
    found = []
    for _ in range(number):
        names = [f"{n:02d}" for n in range(dice.randrange(1, 10))]
        found.append([
            {"uuid": name, "device": dice.choice("123"), "question": dice.choice(["7.3", "8.1"]),
             "kind": (kind := dice.choice(kinds)), "seen": dice.sample(names, dice.randrange(0, min(3, len(names)))),
             "value": _value(kind, names, dice)} for name in names
        ])  # fmt: skip
    return found


def _value(kind: str, names: list[str], dice: random.Random) -> dict[str, Any]:
    if dice.random() < 0.15:
        return {"withdrawn": True}
    if kind == "resolve" and dice.random() < 0.4:
        return {"apart": [dice.choice(names), dice.choice(names)]}
    if kind in {"answer", "resolve"}:
        return {"result": dice.choice(["pass", "fail"])}
    return {"text": dice.choice(TEXTS), "photos": dice.sample(["a", "b", "c", "d", "e", "f"], dice.randrange(0, 2))}


def _plain(entries: list[dict[str, Any]]) -> dict[str, Any]:
    rows = [
        Entry(e["uuid"], e["device"], e["question"], Kind(e["kind"]), e["value"], frozenset(e["seen"]))
        for e in entries
    ]  # fmt: skip
    return {
        name: {"said": one.said.value, "value": one.value, "answers": list(one.answers), "notes": list(one.notes),
               "photos": list(one.photos), "defects": list(one.defects), "twins": [list(pair) for pair in one.twins]}
        for name, one in state(rows).items()
    }  # fmt: skip


MERGED = """async (histories) => {
  const { state } = await import("/static/visits/merge.js"), names = (rows) => rows.map((row) => row.uuid);
  return histories.map((rows) => Object.fromEntries(Object.entries(state(rows)).map(([question, one]) => [question, {
    said: one.said, value: one.value, answers: names(one.answers), notes: names(one.notes), photos: names(one.photos),
    defects: names(one.defects), twins: one.twins.map(names) }])));
}"""


def test_the_tablet_merges_as_the_server_does(product: Product, page: Page) -> None:
    page.goto(f"{product.url}/sign-in")
    histories = _histories(400)
    found = page.evaluate(MERGED, histories)
    assert found == json.loads(json.dumps([_plain(rows) for rows in histories]))
    pairs = [[one, other] for one in TEXTS for other in TEXTS]
    told = page.evaluate(
        """async (pairs) => { const { likeness } = await import("/static/visits/merge.js");
        return pairs.map(([one, other]) => likeness(one, other)); }""", pairs,
    )  # fmt: skip
    assert told == pytest.approx([likeness(one, other) for one, other in pairs])
