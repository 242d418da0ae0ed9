"""The one-stop in full, in a browser: branches, waits, leave, apology, another ward, register, secrecy, proof."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product, motcua, new_product
from tests.journeys.people import axe, sideways, sign_in

TOOL = Path(__file__).parents[2] / "tools/check_proof.py"
BRANCHED = """procedure: "1.004884"
valid_from: 2023-03-15
decision: "Quy trình mẫu hai nhánh"
steps:
  - {key: receive, name: "Tiếp nhận, chuyển xử lý", kind: forward, role: receptionist}
  - {key: law, name: Thẩm định pháp lý, kind: resolve, role: officer, limit: 2 working_day, after: [receive]}
  - {key: site, name: Xác minh tại khu dân cư, kind: resolve, role: officer, limit: 2 working_day, after: [receive]}
  - {key: ask, name: Lấy ý kiến phường Bạch Đằng, kind: consult, role: officer, at: "unit:H23.15.03",
     limit: 2 working_day, after: [receive]}
  - {key: sign, name: Ký duyệt, kind: approve, role: leader, limit: 1 working_day, after: [law, site, ask]}
  - {key: return, name: Trả kết quả, kind: return, role: receptionist}
"""


def received(page: Page, url: str, name: str, procedure: str, *, desk: str = "anluu.tiepnhan", unit: str = "") -> str:
    """Take a dossier in at the counter and forward it; its address."""
    sign_in(page, url, desk)
    page.goto(f"{url}/receive")
    if unit:
        page.get_by_label("Đơn vị giải quyết").select_option(label=unit)
        page.get_by_role("button", name="Đổi đơn vị").click()
    page.get_by_label("Gõ tên hoặc mã thủ tục").fill(procedure)
    page.get_by_role("button", name=procedure).click()
    page.get_by_label("Họ và tên").fill(name)
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/dossiers/[^/]+$"))
    address = page.url
    page.get_by_role("button", name="Chuyển xử lý").click()
    expect(page.get_by_text("Đã ghi: hồ sơ")).to_be_visible()
    return address


def opened(page: Page, url: str, who: str, address: str) -> None:
    """The dossier as this person sees it."""
    sign_in(page, url, who)
    page.goto(address)


def unfold(page: Page, words: str) -> None:
    page.locator("summary", has_text=re.compile(f"^{words}$")).click()


def step_of(page: Page, name: str) -> str:
    """Where a step stands in the picture: past, here, ahead, skipped."""
    group = page.locator("svg.course g", has=page.locator("title", has_text=name))
    return str(group.first.get_attribute("class"))


def test_two_branches_and_a_consultation_meet_their_join(product: Product, page: Page) -> None:
    url = product.url
    page.goto(f"{url}/sign-in")
    page.get_by_label("Tên đăng nhập").fill("kinhmon.quantri")
    page.get_by_label("Mật khẩu").fill("mot-cua-mau")
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(f"{url}/processes/1.004884/edit")
    page.get_by_label("Quy trình (YAML)").fill(BRANCHED)
    page.get_by_role("button", name="Xem thử").click()
    expect(page.get_by_text("Quy trình chạy được: không có lỗi.")).to_be_visible()
    faults = axe(page)
    page.get_by_role("button", name="Ban hành").click()
    expect(page.get_by_text("Đã ban hành phiên bản 2")).to_be_visible()

    address = received(page, url, "Trần Văn Mẫu", "1.004884")
    assert [step_of(page, name) for name in ("Thẩm định pháp lý", "Xác minh tại", "Lấy ý kiến", "Ký duyệt")] == [
        "here", "here", "here", "ahead"
    ]  # fmt: skip
    faults += axe(page)
    for _branch in range(2):
        opened(page, url, "anluu.tuphap", address)
        page.get_by_label("Kết quả giải quyết").fill("đủ điều kiện")
        page.get_by_role("button", name="Trình duyệt").click()
    opened(page, url, "anluu.chutich", address)
    assert page.get_by_role("button", name="Phê duyệt").count() == 0
    opened(page, url, "bachdang.tuphap", address)
    page.get_by_role("button", name="Đã nhận văn bản hỏi").click()
    page.get_by_label("Ý kiến trả lời").fill("nhất trí")
    faults += axe(page)
    page.get_by_role("button", name="Trả lời").click()
    opened(page, url, "anluu.chutich", address)
    assert step_of(page, "Ký duyệt") == "here"
    page.get_by_role("button", name="Phê duyệt").click()
    expect(page.get_by_text("Chờ trả, trước hạn").or_(page.get_by_text("Chờ trả, đúng hạn"))).to_be_visible()
    assert faults + axe(page) == []


def test_a_supplement_restarts_the_clock_a_tax_notice_pauses_it_and_the_page_explains_both(
    product: Product, page: Page
) -> None:
    url = product.url
    address = received(page, url, "Phạm Văn Dụ", "1.004873")
    opened(page, url, "anluu.tuphap", address)
    unfold(page, "Yêu cầu bổ sung")
    page.get_by_label("Cần bổ sung, mỗi dòng một mục").fill("Bản sao quyết định ly hôn\nẢnh 4x6")
    page.locator("details[open]").get_by_label("Lý do", exact=True).fill("hồ sơ thiếu")
    page.locator("details[open]").get_by_role("button", name="Yêu cầu bổ sung").click()
    expect(page.get_by_text("đồng hồ đứng; khi đủ, thời hạn tính lại từ đầu")).to_be_visible()
    assert page.get_by_role("button", name="Trình duyệt").count() == 0
    faults = axe(page)
    opened(page, url, "anluu.tiepnhan", address)
    page.get_by_role("button", name="Nhận bổ sung").click()
    expect(page.get_by_text("thời hạn tính lại từ lúc bổ sung đủ")).to_be_visible()

    opened(page, url, "anluu.tuphap", address)
    unfold(page, "Chờ nghĩa vụ tài chính")
    page.get_by_label("Thông báo số, của cơ quan nào").fill("Thông báo 15/TB-CCT")
    page.locator("details[open]").get_by_role("button", name="Chờ nghĩa vụ tài chính").click()
    expect(page.get_by_text("hồ sơ không quá hạn trong lúc chờ")).to_be_visible()
    expect(page.get_by_text("Chờ nộp tiền", exact=True)).to_be_visible()
    faults += axe(page)
    opened(page, url, "anluu.tiepnhan", address)
    page.get_by_role("button", name="Tiếp tục tính thời hạn").click()
    expect(page.get_by_text("khoảng này được cộng vào ngày hẹn")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    assert not sideways(page)
    assert faults + axe(page) == []


def test_an_officer_s_leave_passes_his_dossiers_on(product: Product, page: Page) -> None:
    url = product.url
    address = received(page, url, "Hoàng Văn Giả", "1.004873")
    opened(page, url, "anluu.tuphap", address)
    page.get_by_role("button", name="Nhận xử lý").click()
    opened(page, url, "anluu.diachinh", address)
    assert page.get_by_role("button", name="Trình duyệt").count() == 0
    holder = page.locator("li", has_text="đang giữ, bước").first.inner_text().split(" đang giữ")[0]

    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/staff")
    names = {text.split(",")[0]: text for text in page.get_by_label("Người vắng").locator("option").all_inner_texts()}
    page.get_by_label("Người vắng").select_option(label=names[holder])
    stand_in = next(text for text in names.values() if "Địa chính" in text)
    page.get_by_label("Người làm thay").select_option(label=stand_in)
    page.locator("#id_absence-valid_from").fill("15/03/2023")
    page.locator("#id_absence-valid_to").fill("17/03/2023")
    page.get_by_role("button", name="Ghi vắng mặt").click()
    expect(page.get_by_text("Đã ghi.")).to_be_visible()
    faults = axe(page)

    sign_in(page, url, "anluu.diachinh")
    expect(page.get_by_text("Hoàng Văn Giả")).to_be_visible()
    page.goto(address)
    page.get_by_label("Kết quả giải quyết").fill("xong thay")
    page.get_by_role("button", name="Trình duyệt").click()
    expect(page.get_by_text("Chờ phê duyệt").or_(page.get_by_text("Đã ghi: hồ sơ"))).to_be_visible()
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/staff")
    page.get_by_role("button", name="Đã trở lại").click()
    assert faults == []


def test_an_apology_owed_appears_on_its_day_and_is_printed(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/work?tab=apology")
    owed = page.locator("ul.rows li").all_inner_texts()
    assert any("16/03/2023" in row for row in owed)  # due tomorrow: today is the last day to apologise
    assert not any("17/03/2023" in row for row in owed)  # due the day after: not owed before tomorrow
    page.locator("ul.rows a.cover", has_text="Nguyễn Văn Thử").first.click()
    expect(page.get_by_text("Đã trễ mà chưa xin lỗi, hẹn lại người nộp.")).to_be_visible()
    faults = axe(page)
    page.get_by_label("Lý do chậm").fill("chờ xác minh của nơi cư trú cũ")
    page.get_by_label("Ngày hẹn mới").fill("20/03/2023")
    page.get_by_role("button", name="Xin lỗi, hẹn lại").click()
    expect(page.get_by_text("Đã xin lỗi, hẹn lại một lần")).to_be_visible()
    text = printed(page, "Phiếu xin lỗi")
    assert "chờ xác minh của nơi cư trú cũ" in text
    assert "ngày 20 tháng 3 năm 2023" in text
    assert "MẪU" in text
    assert faults + axe(page) == []


def printed(page: Page, title: str) -> str:
    """The text of the PDF behind the print button of a slip."""
    line = page.locator("li", has_text=title).last
    form = line.locator("form[action*='/print']")
    token = form.locator("[name=csrfmiddlewaretoken]").input_value()
    base = page.url.split("/dossiers")[0]
    answer = page.request.post(f"{base}{form.get_attribute('action')}", form={"csrfmiddlewaretoken": token},
                               headers={"Referer": page.url})  # fmt: skip
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(pypdf.PdfReader(BytesIO(answer.body())).pages[0].extract_text().split())


def test_the_year_s_register_is_closed_and_printed(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/registers")
    page.locator("ul.rows a", has_text="2022").first.click()
    expect(page.get_by_text("Từ số 1 đến số 3, không thiếu số nào.")).to_be_visible()
    unfold(page, "Khóa sổ cuối năm")
    expect(page.get_by_text("không ghi thêm được và không mở lại được")).to_be_visible()
    page.get_by_role("button", name="Khóa sổ").click()
    expect(page.get_by_text("Đã khóa sổ năm 2022, số cuối 3.")).to_be_visible()
    faults = axe(page)
    address = page.get_by_role("link", name="In quyển 1").get_attribute("href")
    answer = page.request.get(f"{url}{address}")
    text = " ".join(page_.extract_text() for page_ in pypdf.PdfReader(BytesIO(answer.body())).pages)
    assert "SỔ THEO DÕI HỒ SƠ" in text.upper()
    assert "2022" in text
    assert faults == []


def test_a_leader_cannot_learn_that_another_unit_s_dossier_exists(product: Product, page: Page) -> None:
    url = product.url
    address = received(page, url, "Đỗ Bí Mật Mẫu", "1.004873")
    code = address.rsplit("/", 1)[1]
    sign_in(page, url, "bachdang.chutich")
    said = []
    for path in (f"/dossiers/{code}", "/dossiers/H23.15.02-230315-9999", f"/dossiers/{code}/control"):
        answer = page.goto(url + path)
        assert answer is not None
        said.append((answer.status, page.locator("main").inner_text()))
    assert said[0] == said[1] == said[2]
    assert said[0][0] == 404
    for text in (code, "Đỗ Bí Mật Mẫu", "do bi mat"):
        page.goto(f"{url}/find")
        page.get_by_label("Mã hồ sơ, họ tên").fill(text)
        page.get_by_role("button", name="Tìm", exact=True).click()
        expect(page.get_by_text("0 hồ sơ")).to_be_visible()
    for tab in ("mine", "unit", "all", "free", "returned"):
        page.goto(f"{url}/work?tab={tab}")
        assert "Bí Mật" not in page.content()
        assert code not in page.content()


def test_the_record_s_proof_for_one_dossier_verifies_outside(product: Product, page: Page, tmp_path: Path) -> None:
    address = received(page, product.url, "Lý Văn Thử", "1.001193")
    code, proof = address.rsplit("/", 1)[1], tmp_path / "proof.json"
    made = motcua(product.home, "verify-log", "--dossier", code, "--out", str(proof))
    assert made.returncode == 0, made.stderr
    check = [sys.executable, "-I", str(TOOL), str(proof)]
    outside = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (outside.returncode, f"of {code} hold; signed by" in outside.stdout) == (0, True), outside.stdout
    proof.write_text(proof.read_text("utf-8").replace("Điều 17", "Điều 71", 1), encoding="utf-8")
    spoiled = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (spoiled.returncode, "is not what was written" in spoiled.stdout) == (1, True)
    whole = motcua(product.home, "verify-log")
    assert whole.returncode == 0, whole.stderr


def test_a_dossier_received_in_one_ward_for_another_is_followed_by_both(page: Page) -> None:
    with new_product() as product:
        assert motcua(product.home, "demo", "--town", "2025").returncode == 0
        product.start()
        url = product.url
        address = received(page, url, "Vũ Văn Mẫu", "1.004873", desk="kinhmon.tiepnhan",
                           unit="Ủy ban nhân dân phường Bắc An Phụ")  # fmt: skip
        assert "/H24.202-" in address
        faults = axe(page)
        opened(page, url, "bacanphu.tuphap", address)
        expect(page.get_by_text("Nhận tại Kinh Môn")).to_be_visible()
        page.get_by_label("Kết quả giải quyết").fill("cấp giấy xác nhận")
        page.get_by_role("button", name="Trình duyệt").click()
        opened(page, url, "bacanphu.chutich", address)
        page.get_by_role("button", name="Phê duyệt").click()
        opened(page, url, "kinhmon.tiepnhan", address)
        expect(page.get_by_text("Giải quyết tại Bắc An Phụ")).to_be_visible()
        page.get_by_role("button", name="Trả kết quả").click()
        expect(page.get_by_text("Đã trả,")).to_be_visible()
        assert faults + axe(page) == []
