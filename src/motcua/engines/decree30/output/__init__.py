"""Reports in the forms people and programs read: text, JSON lines, SARIF, HTML, XLSX."""
