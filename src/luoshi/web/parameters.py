"""The parameters of a page's address as its forms and links need them again."""

from __future__ import annotations

from luoshi.actions.asking import one
from luoshi.web.rendering import AnyRequest


class Given(dict[str, str]):
    """What was given, by name; what was not is empty to a template, and in no link."""

    def __missing__(self, name: str) -> str:
        """Nothing."""
        return ""


def given(request: AnyRequest, *names: str) -> Given:
    """The parameters of these names that say something."""
    said = request.query_params.dict()
    return Given({name: value for name in names if (value := one(said, name))})
