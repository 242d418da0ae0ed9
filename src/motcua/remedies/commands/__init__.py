"""Changes: what is decided of a case, its remedies, and what follows of itself."""

from motcua.remedies.commands.cases import answer, confirm, contest, drop, explain
from motcua.remedies.commands.concluding import Concluded, order_concluded
from motcua.remedies.commands.follow import follow
from motcua.remedies.commands.ordering import Order, order, order_group
from motcua.remedies.commands.readings import note_reading
from motcua.remedies.commands.work import Shown, begin, note_letter, report, return_, verify

__all__ = [
    "Concluded", "Order", "Shown", "answer", "begin", "confirm", "contest", "drop", "explain", "follow", "note_letter",
    "note_reading", "order", "order_concluded", "order_group", "report", "return_", "verify",
]  # fmt: skip
