"""Parts of a .docx as text (ISO/IEC 29500-1, transitional)."""
