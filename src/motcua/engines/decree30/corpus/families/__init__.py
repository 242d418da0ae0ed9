"""Breaks and keeps, a file a family of rules."""
