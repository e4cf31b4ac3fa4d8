"""The Chinese language, free of planning: numerals, dates, width, script."""
