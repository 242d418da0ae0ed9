"""The small town of the dossiers' tests, and the one with a roster."""

from motcua.dossiers.tests.conftest import town
from motcua.organisations.tests.conftest import one_stop

__all__ = ["one_stop", "town"]
