"""The rules R1–R24 as dated law: what each sets, on which ground, in both languages."""

from datetime import date
from functools import cache
from importlib.resources import files

from motcua.engines.law import Regime, Table, load


@cache
def rules() -> Table:
    """The table of `law/rules.toml`; a change of law is a new regime there."""
    return load(files(__package__).joinpath("law/rules.toml"))


def rules_on(day: date) -> Regime:
    """The rules in force on `day`: `rules_on(day).R13.ground`. Raises NoLaw before 21/06/2018."""
    return rules().on(day)
