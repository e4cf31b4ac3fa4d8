"""Pages that a person reads in a browser."""
