"""The words that say what a quantity measures: trimmed, beside the number, or shared in a list."""
