"""Documents that break just one rule of the decree, and such that just keep it: a measure for any checker."""
