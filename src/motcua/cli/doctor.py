"""Say what is wrong with this installation and what to do; exit status 1 if anything is."""

import argparse
import os


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")


def run(args: argparse.Namespace) -> int:
    from motcua.runtime.doctor import examine
    from motcua.runtime.home import here

    home = here(args.home)
    os.environ["MOTCUA_HOME"] = str(home.path)
    ill = 0
    for finding in examine(home):
        ill += bool(finding.remedy)
        print(f"{'✗' if finding.remedy else '✓'} {finding.what}")
        if finding.remedy:
            print(f"    → {finding.remedy}")
    print("Mọi thứ đều ổn / all is well." if not ill else f"{ill} việc cần làm / to be mended.")
    return int(bool(ill))
