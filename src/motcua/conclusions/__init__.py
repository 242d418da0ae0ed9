"""The conclusion of an inspection of the reform: written from the data, edited, issued, told to each unit."""
