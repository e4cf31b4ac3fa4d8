"""Why cleaning changed something, in words: the record's reason codes, which the model keeps for all."""

from luoshi.model.reasons import REASONS

__all__ = ["REASONS"]
