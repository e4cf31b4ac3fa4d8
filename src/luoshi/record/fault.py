"""What does not fit in a record, and where: raised deep inside, told with the whole way to it."""

from __future__ import annotations

from luoshi.words import Words


class Fault(Exception):
    """A value that does not fit. Each container on the way out adds its key."""

    def __init__(self, what: Words, *path: str | int) -> None:
        """``path`` leads to the value, innermost key first."""
        super().__init__(what, *path)
        self.what = what
        self.path = path

    def inside(self, key: str | int) -> Fault:
        """The same fault, seen from the container that holds the value under ``key``."""
        return Fault(self.what, *self.path, key)

    @property
    def words(self) -> Words:
        """``At $.findings[3].span: 2 integers wanted.``"""
        where = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in reversed(self.path))
        zh, en = self.what
        return Words(f"${where} 处：{zh}。", f"At ${where}: {en}.") if where else Words(f"{zh}。", f"{en}.")
