"""Self-inspection: files through the checker, the draw, the letter, the report. Commands write what these find."""
