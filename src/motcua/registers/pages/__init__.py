"""Pages of registers: lists and rows, files on their way in."""
