"""What each paragraph of a document is."""
