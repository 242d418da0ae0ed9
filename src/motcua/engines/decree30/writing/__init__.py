"""Writing documents of Nghị định 30/2020: a structured draft becomes a laid-out sheet, that becomes .docx or PDF."""
