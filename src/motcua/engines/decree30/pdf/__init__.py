"""A PDF with text, read into the same model as a .docx, as far as its page tells; a scan is said to need OCR."""
