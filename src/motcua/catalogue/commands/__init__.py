"""Every change of the catalogue, and of what units have posted of it."""

from motcua.catalogue.commands.import_source import Report, import_source
from motcua.catalogue.commands.lay import CATALOGUE, lay_procedures
from motcua.catalogue.commands.post import post

__all__ = ["CATALOGUE", "Report", "import_source", "lay_procedures", "post"]
