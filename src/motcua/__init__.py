"""Một Cửa: the one-stop of a Vietnamese town or commune."""
