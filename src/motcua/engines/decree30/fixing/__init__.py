"""Mending what is safe to mend: formatting only, the text proved the same before and after."""
