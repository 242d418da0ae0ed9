"""Every change of the catalogue."""

from motcua.catalogue.commands.import_source import Report, import_source
from motcua.catalogue.commands.lay import CATALOGUE, lay_procedures

__all__ = ["CATALOGUE", "Report", "import_source", "lay_procedures"]
