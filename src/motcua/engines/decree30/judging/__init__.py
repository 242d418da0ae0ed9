"""How rules of one kind judge: letters, paragraphs, lines, texts. A rule is one of these with its own limits."""
