"""Pages of dossiers: HTTP turned into one command or one query."""
