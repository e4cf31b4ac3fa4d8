"""What a document is: who issued it, when, for where and for which years."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from luoshi.model.finding import AnyFinding, Finding
from luoshi.model.period import Period
from luoshi.model.values import Person, Region, Session


class Profile(Struct, frozen=True):
    """The identity of a document: each field a finding with its evidence, or ``None``.

    Posted is not written, and written is not adopted: ``reposted`` is the date of the page that was
    read, ``published`` that of the first publication, ``adopted`` that of the meeting's decision,
    ``written`` the day or interval in which the text was written.
    """

    title: Finding[str] | None = None
    genre: Finding[str] | None = None
    """The Chinese name of the kind of document: 建议 纲要 公报 决定 政府工作报告 统计公报 通知 侧记 署名文章 讲话 …"""
    issuer: Finding[str] | None = None
    level: Finding[str] | None = None
    """``nation``, ``province``, ``city``, ``county``, ``region`` or ``park``."""
    region: Finding[Region] | None = None
    session: Finding[Session] | None = None
    adopted: Finding[Period] | None = None
    published: Finding[Period] | None = None
    reposted: Finding[Period] | None = None
    written: Finding[Period] | None = None
    period: Finding[Period] | None = None
    """The years that the plan is for."""
    author: Finding[Person] | None = None

    def __iter__(self) -> Iterator[AnyFinding]:
        """The fields that are known, in the order above."""
        for field in self.__struct_fields__:
            value = getattr(self, field)
            if value is not None:
                yield value

    @property
    def date(self) -> Period | None:
        """The time that 今年 means in the text: when it was adopted, written or published.

        An interval over more than one calendar year does not settle it, and a repost says nothing:
        then the next field is asked, and in the end the answer is ``None``.
        """
        for finding in (self.adopted, self.written, self.published):
            if finding is not None and finding.value.start[:4] == finding.value.end[:4]:
                return finding.value
        return None
