"""What arose against what was entered: records, clusters of one dossier, counts (docs/reconciliation.md)."""
