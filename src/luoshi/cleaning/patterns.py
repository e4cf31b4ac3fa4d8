"""Patterns that are compiled when a text first needs them: most texts need few, and start-up counts."""

import re
from functools import cache

compiled = cache(re.compile)
"""The pattern, compiled once."""
