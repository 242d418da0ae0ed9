"""Pure rules of the one-stop's duty, equipment and connection: no database, no clock."""
