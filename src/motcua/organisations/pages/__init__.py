"""Pages of the organisation: calendar, staff, the one-stop's duty, its equipment and its connection."""
