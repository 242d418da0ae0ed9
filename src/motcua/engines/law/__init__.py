"""Law as dated tables: what a decree sets, with its article, and which row binds on a date.

    SUPPLEMENT = load(files(__package__) / "law/supplement.toml")
    SUPPLEMENT.on(date(2023, 3, 15)).most_requests.value
"""

from motcua.engines.law.tables import BadLaw, LawError, NoLaw, Regime, Table, Value, load

__all__ = ["BadLaw", "LawError", "NoLaw", "Regime", "Table", "Value", "load"]
