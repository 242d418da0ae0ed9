"""The console script `motcua`: one module of this package a command.

A command module has a one-line docstring (its summary), `add_arguments(parser)` and `run(args) -> int`,
the exit status. It is imported only when it is called, so that `motcua due` starts no framework.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final

from motcua.base.errors import UserError

COMMANDS: Final[dict[str, str]] = {  # name → module; the order is that of the help
    "start": "start",
    "demo": "demo",
    "due": "due",
    "check": "check",
    "link": "link",
    "estimate": "estimate",
    "signals": "signals",
    "portals": "portals",
    "reconcile": "reconcile",
    "campaign": "campaign",
    "report": "report",
    "visits": "visits",
    "catalogue": "catalogue",
    "import": "import_",
    "forms": "forms",
    "seal": "seal",
    "verify-log": "verify_log",
    "retention": "retention",
    "backup": "backup",
    "restore": "restore",
    "bench": "bench",
    "doctor": "doctor",
    "messages": "messages",
    "manage": "manage",
}
SUMMARIES: Final[dict[str, str]] = {
    "start": "start Một Cửa on this machine and print its address",
    "demo": "lay the demo town (--town 2023 or 2025), or start it afresh (--reset)",
    "due": "compute a due moment and explain it",
    "check": "check the format of documents (Nghị định 30/2020), mend what is safe",
    "link": "link records of one dossier from two sources (CSV)",
    "estimate": "estimate how many records no source holds",
    "portals": "look at the units' news sites now, as every night",
    "signals": "look for shortcomings now, as every morning",
    "reconcile": "compare what arose in other sources with what was entered, for a unit and month",
    "campaign": "inspect the documents a unit issued in a period (tự kiểm tra văn bản)",
    "report": "write the conclusion of a year's inspection from the data (--year, --out)",
    "visits": "publish the checklist for inspections at units",
    "catalogue": "import or export the catalogue of procedures",
    "import": "import a register of a unit from XLSX or CSV",
    "forms": "check the official forms, own and built-in, or copy these to begin one's own",
    "seal": "seal what was written, and export the signed chain of seals",
    "verify-log": "prove that nobody changed the record, name the first row that was, prove one dossier",
    "retention": "name or destroy files whose time of keeping has passed",
    "backup": "write database and files into one file",
    "restore": "bring database and files back from such a file",
    "bench": "measure this machine: worktime, search, transitions, scale, load, decree30, linkage, signals, …",
    "doctor": "say what is wrong with this installation and what to do",
    "messages": "compile the texts of the pages, for developers",
    "manage": "Django's own commands, for developers",
}


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"motcua.cli.{COMMANDS[name]}")


def _help() -> str:
    rows = "\n".join(f"  {name:<12} {SUMMARIES[name]}" for name in COMMANDS)
    return f"motcua COMMAND [options]\n\n{rows}\n\nmotcua COMMAND --help tells more about one."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is the command's own, 2 for a call that cannot be read."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_help())
        return 0
    name = words[0]
    if name not in COMMANDS:
        print(f"motcua: there is no command '{name}'; 'motcua --help' lists them", file=sys.stderr)
        return 2
    module = _module(name)
    parser = argparse.ArgumentParser(prog=f"motcua {name}", description=module.__doc__)
    module.add_arguments(parser)
    return _run(module, parser.parse_args(words[1:]))


def _run(module: ModuleType, args: argparse.Namespace) -> int:
    """The command's exit status; 2 and one line for what a user can mend, 130 after Ctrl-C."""
    try:
        return int(module.run(args))
    except BrokenPipeError:  # the reader (`| head`) has seen enough; nothing more is written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except UserError as error:
        words = [" ".join(error.words(language).split()) for language in ("vi", "en")]
        print("motcua: " + " / ".join(text for text in words if text), file=sys.stderr)
        return 2
