"""Signing in: a second factor may be added, and is then needed; guessing is slowed down; pages are ours."""

import base64
import hashlib
import hmac
import re
import struct
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from playwright.sync_api import Page, expect

from motcua.demo import PASSWORD
from motcua.dossiers.tests.conftest import make_town
from motcua.events.models import Event
from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sign_in

ACCOUNT = "anluu.tiepnhan2"


def totp(secret: str, at: float) -> str:
    """RFC 6238 with SHA-1, six digits, thirty seconds: what the telephone shows."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    begin = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[begin : begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_a_second_factor_is_added_and_then_asked_for(product: Product, page: Page) -> None:
    sign_in(page, product.url, ACCOUNT)
    page.goto(f"{product.url}/account/second")
    page.get_by_role("link", name="Bật").click()
    if page.get_by_label("Mật khẩu").count():
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Xác nhận").click()
    secret = page.locator(".code").inner_text()
    faults = axe(page)
    page.get_by_label("Mã trong ứng dụng xác thực").fill(totp(secret, time.time()))
    page.get_by_role("button", name="Bật").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Mã dự phòng|Xác thực hai lớp"))
    faults += axe(page)

    page.context.clear_cookies()
    page.goto(f"{product.url}/sign-in")
    page.get_by_label("Tên đăng nhập").fill(ACCOUNT)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", name="Xác thực hai lớp")).to_be_visible()
    faults += axe(page)
    page.goto(f"{product.url}/work")
    assert "/sign-in" in page.url
    page.goto(f"{product.url}/sign-in/second")
    page.get_by_label("Mã").fill(totp(secret, time.time() + 30))
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(f"{product.url}/work")
    assert faults == []


@pytest.mark.django_db
def test_guessing_a_password_is_slowed_down() -> None:
    town, client = make_town(), Client()
    town.desk.set_password("đúng-mật-khẩu-mẫu")
    town.desk.save()
    words = [client.post("/sign-in", {"login": "desk", "password": "sai"}).content.decode() for _ in range(6)]
    assert "mật khẩu không đúng" in words[0]
    assert "Đã thử sai quá nhiều lần" in words[-1]
    right = client.post("/sign-in", {"login": "desk", "password": "đúng-mật-khẩu-mẫu"})
    assert right.status_code != 302


@pytest.mark.django_db
def test_a_sign_in_is_in_the_record() -> None:
    town, client = make_town(), Client()
    town.desk.set_password("đúng-mật-khẩu-mẫu")
    town.desk.save()
    client.post("/sign-in", {"login": "desk", "password": "đúng-mật-khẩu-mẫu"})
    event = Event.objects.filter(stream="accounts").latest("seq")
    assert (event.kind, event.actor_name) == ("account.signed_in", "Mẫu desk")


@pytest.mark.django_db
def test_nobody_signs_up_by_himself() -> None:
    assert Client().get("/signup").status_code == 404


@pytest.mark.django_db
def test_a_demanded_second_factor_comes_before_the_work(settings: Any) -> None:
    town, client = make_town(), Client()
    client.force_login(town.desk)
    settings.SECOND_FACTOR_REQUIRED = True
    for door in ("/work", "/receive", "/messages"):
        assert client.get(door).headers["Location"] == "/account/second/app"
    assert client.get("/account/second", follow=True).status_code == 200


@pytest.mark.django_db
def test_who_set_up_the_demanded_second_factor_works_on(settings: Any) -> None:
    town, client = make_town(), Client()
    TOTP.activate(town.desk, "JBSWY3DPEHPK3PXP")
    client.force_login(town.desk)
    settings.SECOND_FACTOR_REQUIRED = True
    assert client.get("/work").status_code == 200
