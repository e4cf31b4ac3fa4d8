"""A number without unit is a percentage only where the text writes it as one."""

import pytest

from luoshi.chinese.ratios import stands_bare
from luoshi.model.values import Quantity
from luoshi.pages.amounts import quantity


@pytest.mark.parametrize(
    ("value", "written", "shown"),
    [
        (1.7, "收入比降到1.7", "1.7"),
        (1.7, "收入比降到1.7以内，绿地率38%", "1.7"),
        (0.38, "绿地率达到38%", "38%"),
        (0.38, "绿地率达到百分之三十八", "38%"),
        (0.38, "绿地率达到百分之38", "38%"),
        (0.7, "七成以上", "70%"),
        (0.7, "7成以上", "70%"),
        (1.0, "达到100%", "100%"),
        (0.685, "68.5", "68.5%"),
        (1.0, "100", "100%"),
        (0.5, "达到0.5", "0.5"),
    ],
)
def test_a_ratio_is_shown_as_it_is_written(value, written, shown):
    assert quantity(Quantity(value, None, "", "=", "level"), written).zh == shown
    assert stands_bare(value, written) == (not shown.endswith("%"))
