"""Pages of visits, and what the tablet asks for."""
