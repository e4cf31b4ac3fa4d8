"""What a document says of its own time: the days after which it says it cannot have been written."""

from __future__ import annotations

from luoshi.model import Document, Words
from luoshi.profile.own_meeting import Claim, met_by


def claims(document: Document) -> list[Claim]:
    """The claims, the earliest day first: adoption, publication, page, and the meeting that it is from."""
    profile = document.profile
    found = []
    for finding, zh, en in (
        (profile.adopted, "通过日期", "date of adoption"),
        (profile.published, "发布日期", "date of publication"),
        (profile.reposted, "页面日期", "date of the page"),
    ):
        if finding is not None:
            found.append(
                Claim(
                    finding.value.last_day,
                    finding.span,
                    Words(f"{zh}{finding.value}", f"{en}, {finding.value}"),
                )
            )
    met = met_by(document)
    if met is not None:
        found.append(met)
    return sorted(found)
