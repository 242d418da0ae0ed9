"""The pages of cases and remedies."""
