"""Reading duty, equipment and connection of the one-stops, each as of a moment."""
