"""The library for programs, at ``/api/v1``: it translates what ``actions`` give, and decides nothing."""

from luoshi.rest.problems import problem
from luoshi.rest.routes import ROUTES

__all__ = ["ROUTES", "problem"]
