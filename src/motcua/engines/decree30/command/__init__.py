"""The command `motcua check`: its options, what it runs, what it prints. It knows no framework."""
