"""Pages of the format checker."""
