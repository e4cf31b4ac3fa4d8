"""How right the findings are: hand-made gold against what was read, counted by kind of finding."""

from luoshi.evaluation.against import compare, read_run
from luoshi.evaluation.gold import Gold, Sheet, read_gold
from luoshi.evaluation.measuring import ORDER, measure, misplaced
from luoshi.evaluation.score import Detail, Score

__all__ = ["ORDER", "Detail", "Gold", "Score", "Sheet", "compare", "measure", "misplaced", "read_gold", "read_run"]
