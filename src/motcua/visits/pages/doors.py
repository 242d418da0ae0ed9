"""The door of this app's pages."""

from motcua.visits.policy import may_enter
from motcua.web.door import door_for

door = door_for(may_enter)
