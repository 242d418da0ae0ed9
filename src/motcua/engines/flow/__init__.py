"""The course of a process: steps that follow one another, branch and join. Pure: no framework, no clock.

A step names the steps it follows (`after`) and how many of them it waits for (`join`). A step whose condition does
not hold is passed over. What opens next follows from what is settled, so a course can be replayed from its record.
"""

from motcua.engines.flow.course import Moves, next_moves
from motcua.engines.flow.faults import Fault, faults
from motcua.engines.flow.layout import Box, Drawing, Line, drawing
from motcua.engines.flow.steps import Flow, Join, JoinRule, Step

__all__ = [
    "Box", "Drawing", "Fault", "Flow", "Join", "JoinRule", "Line", "Moves", "Step", "drawing", "faults", "next_moves",
]  # fmt: skip
