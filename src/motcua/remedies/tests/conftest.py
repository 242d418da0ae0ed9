"""The small town of the dossiers' tests."""

from motcua.dossiers.tests.conftest import town

__all__ = ["town"]
