"""Check the official forms, the agency's own and the built-in ones, or copy these to begin one's own."""

import argparse
import os
import secrets
import shutil
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["check", "copy"], help="copy: templates and forms.toml into an empty folder")
    parser.add_argument("folder", nargs="?", type=Path, help="of own forms (MOTCUA_FORMS, else forms in MOTCUA_HOME)")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where a form cannot be set; 2 where a forms.toml or the folder cannot be used."""
    set_up()
    from django.conf import settings

    folder = Path(args.folder or settings.OWN_FORMS).resolve()
    return _check(folder) if args.what == "check" else _copy(folder)


def set_up() -> None:
    """Django without a database. Forms sign nothing: a key of this process alone will do, and none is kept."""
    os.environ.setdefault("MOTCUA_SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    import django

    django.setup()


def _check(folder: Path) -> int:
    from motcua.dossiers.official import FormFault
    from motcua.dossiers.official.check import check
    from motcua.dossiers.official.registry import FILE

    faults = 0
    none = "" if (folder / FILE).is_file() else f" (không có / has no {FILE})"
    print(f"Mẫu riêng / own forms: {folder}{none}")
    try:
        for each in check(folder):
            form, until = each.form, f"{each.form.valid_to:%d/%m/%Y}" if each.form.valid_to else "…"
            whose = "riêng / own" if form.own else "có sẵn / built-in"
            print(
                f"{'✗' if each.fault else '✓'} {form.kind:<12} {form.number or '–':<9} {form.mark}"
                f"  {form.valid_from:%d/%m/%Y} – {until:<10}  {each.ms:6.1f} ms  {whose}  {form.template}"
            )
            if each.fault:
                faults += 1
                print("    " + each.fault.replace("\n", "\n    "))
    except FormFault as fault:
        print(f"motcua forms: {fault}", file=sys.stderr)
        return 2
    print("Mọi mẫu đều in được / every form can be set." if not faults else f"{faults} mẫu lỗi / forms at fault.")
    return int(bool(faults))


def _copy(target: Path) -> int:
    """Whatever is there stays: a folder with files is refused."""
    from motcua.dossiers.official.registry import BUILT_IN, FILE

    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        print(f"motcua forms: {target} đã có tệp / is not an empty folder", file=sys.stderr)
        return 2
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted([BUILT_IN / FILE, *BUILT_IN.glob("*.typ")]):
            shutil.copyfile(path, target / path.name)
    except OSError as error:
        print(f"motcua forms: {target}: {error.strerror}", file=sys.stderr)
        return 2
    print(
        f"{target}: giữ lại các mẫu cần sửa, xóa phần còn lại / keep what you change, delete the rest (docs/papers.md)"
    )
    return 0
