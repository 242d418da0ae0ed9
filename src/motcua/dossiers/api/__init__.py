"""Dossiers for programs: the same policy, queries and commands as the pages."""

from motcua.dossiers.api import acts  # the acts join the one router
from motcua.dossiers.api.reads import router

__all__ = ["acts", "router"]
