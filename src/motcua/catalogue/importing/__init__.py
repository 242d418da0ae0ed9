"""Reading the files of the national list: rows as they are, and what they mean."""
