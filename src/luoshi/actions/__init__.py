"""What a user can ask, one function each; every door (Python, command line, later others) calls these."""

from luoshi.actions.formats import FORMATS, render
from luoshi.actions.many import Way, read_many
from luoshi.actions.one import read_one
from luoshi.actions.outcome import Failure, Outcome, Summary
from luoshi.actions.picking import Picked, pick
from luoshi.actions.versions import edition

__all__ = [
    "FORMATS",
    "Failure",
    "Outcome",
    "Picked",
    "Summary",
    "Way",
    "edition",
    "pick",
    "read_many",
    "read_one",
    "render",
]
