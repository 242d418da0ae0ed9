"""The tablet's page and its service worker: the same for everybody, without a word about any visit."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.visits.tablet_words import words
from motcua.web.door import StaffRequest, open_to_all, signed_in
from motcua.web.middleware import LANGUAGES

FOLDER: Final = Path(__file__).parents[1] / "static" / "visits"
FILES: Final = ("app.js", "boxes.js", "checklist.js", "dom.js", "merge.js", "photo.js", "screens.js", "session.js",
                "sign.js", "store.js", "sync.js", "vendor/idb.js", "vendor/signature_pad.js", "tablet.css")  # fmt: skip
COLOURS: Final = {"background_color": "#F7F6F2", "theme_color": "#1D4F8C"}  # page, primary: a manifest knows no tokens


@require_GET
@signed_in
def tablet(request: StaffRequest) -> HttpResponse:
    """The empty page: all that is shown on it comes out of the tablet's own box, after the PIN."""
    language = request.LANGUAGE_CODE if request.LANGUAGE_CODE in LANGUAGES else "vi"
    addresses = {
        "manifest": reverse("visits:sync_manifest"), "device": reverse("visits:sync_device"),
        "worker": reverse("visits:worker"),
        "sign_in": f"{reverse('account_login')}?next={reverse('visits:tablet')}", "visits": reverse("visits:visits"),
        "icons": static("web/icons.svg"),
    }  # fmt: skip
    context = {"setup": {"words": words(), "language": language, "addresses": addresses}, "app": _plain("app.js")}
    answer = render(request, "visits/tablet.html", context)
    answer["X-Tablet-Version"] = _version()
    answer["Cache-Control"] = "no-store"  # the worker keeps it; nobody else does
    return answer


@require_GET
@open_to_all
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker with the list of what the page needs; any change of a file changes its text, so it renews."""
    files = [static(f"visits/{name}") if name == "tablet.css" else _plain(name) for name in FILES]
    files += [static(f"web/{name}") for name in ("motcua.css", "icons.svg", "mark.svg")]
    files += [static(f"web/fonts/plex-{name}.woff2") for name in ("latin", "vietnamese")]
    told = {"version": _version(), "page": reverse("visits:tablet"), "files": files,
            "manifest": reverse("visits:app_manifest")}  # fmt: skip
    text = f"self.TOLD = {json.dumps(told)};\n" + (FOLDER / "worker.js").read_text("utf-8")
    answer = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = reverse("visits:tablet")
    answer["Cache-Control"] = "no-cache"
    return answer


def _plain(name: str) -> str:
    """The address without a hash: modules name one another by it. The worker's version stands in for the hash."""
    return f"{settings.STATIC_URL}visits/{name}"


@cache
def _version() -> str:
    """SHA-256 of all files of the page, in short."""
    digest = hashlib.sha256()
    for name in (*FILES, "worker.js"):
        digest.update((FOLDER / name).read_bytes())
    digest.update((Path(__file__).parents[1] / "templates/visits/tablet.html").read_bytes())
    return digest.hexdigest()[:16]


@require_GET
@open_to_all
def app_manifest(request: HttpRequest) -> HttpResponse:
    """What makes the page installable."""
    sizes = (("192x192", "tablet-192.png"), ("512x512", "tablet-512.png"))
    icons = [{"src": static(f"visits/{name}"), "sizes": size, "type": "image/png", "purpose": "any maskable"}
             for size, name in sizes]  # fmt: skip
    told = {
        "name": _("Một Cửa: kiểm tra tại đơn vị"), "short_name": _("Kiểm tra"), "id": reverse("visits:tablet"),
        "start_url": reverse("visits:tablet"), "scope": reverse("visits:tablet"), "display": "standalone",
        "lang": "vi", "icons": icons, **COLOURS,
    }  # fmt: skip
    return JsonResponse(told, content_type="application/manifest+json")
