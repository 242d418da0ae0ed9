"""A .docx as it is laid out: paragraphs with their effective format, sections, lines, headers."""
