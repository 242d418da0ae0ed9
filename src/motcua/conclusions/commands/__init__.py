"""Changes of conclusions: drafting, editing, issuing."""

from motcua.conclusions.commands.draft import draft, reckon_anew
from motcua.conclusions.commands.edit import edit, put_back, restore, take_out
from motcua.conclusions.commands.issue import issue
from motcua.conclusions.commands.order import order_demands
from motcua.conclusions.commands.readings import note_reading

__all__ = ["draft", "edit", "issue", "note_reading", "order_demands", "put_back", "reckon_anew", "restore", "take_out"]
