"""What does not fit in a record, and where: raised deep inside, told with the whole way to it."""

from __future__ import annotations


class Fault(Exception):
    """A value that does not fit. Each container on the way out adds its key."""

    def __init__(self, what: str, *path: str | int) -> None:
        """``path`` leads to the value, innermost key first."""
        super().__init__(what)
        self.what = what
        self.path = path

    def inside(self, key: str | int) -> Fault:
        """The same fault, seen from the container that holds the value under ``key``."""
        return Fault(self.what, *self.path, key)

    def __str__(self) -> str:
        """``At $.findings[3].span: two integers wanted``."""
        where = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in reversed(self.path))
        return f"At ${where}: {self.what}" if where else self.what
