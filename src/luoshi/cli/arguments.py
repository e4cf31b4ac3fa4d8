"""What can be typed behind ``luoshi``; what does not fit is wrong usage."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, Namespace
from typing import NoReturn

from luoshi.cli.codes import WrongUsage

CHOICES = ("level", "region", "year", "genre", "grade")
"""By what ``luoshi list`` filters."""

NARROWINGS = ("level", "region", "year", "genre", "kind", "body", "indicator", "by")
"""By what ``luoshi search`` filters."""

FORMATS = ("text", "json", "jsonl", "csv", "xlsx", "html")


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message)


def parsed(argv: list[str]) -> Namespace:
    """The arguments. Raises ``WrongUsage`` with argparse's own words."""
    return _parser().parse_intermixed_args(argv)


def _formatter(prog: str) -> HelpFormatter:
    """Of a width that is given, though argparse's help is never shown: to ask for the terminal's loads ``shutil``."""
    return HelpFormatter(prog, width=100)


def _parser() -> _Parser:
    parser = _Parser(prog="luoshi", usage="luoshi", formatter_class=_formatter, add_help=False, allow_abbrev=False)
    parser.add_argument("command", nargs="?")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("-f", "--format", choices=FORMATS, default="text")
    parser.add_argument("-o", "--output")
    parser.add_argument("--gold")
    parser.add_argument("--texts")
    parser.add_argument("--against")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--library")
    for name in dict.fromkeys((*CHOICES, *NARROWINGS)):
        parser.add_argument(f"--{name}")
    for name in ("host", "prefix", "tls-certificate", "tls-key", "role"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--name", action="append")
    parser.add_argument("--port", type=int)
    parser.add_argument("--add")
    parser.add_argument("--words")
    parser.add_argument("--which", type=int)
    parser.add_argument("--withdraw", type=int)
    parser.add_argument("--note")
    parser.add_argument("--who")
    parser.add_argument("--from", dest="source")
    parser.add_argument("--as-read", action="store_const", const=True)
    parser.add_argument("--first", type=int)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--language", choices=("zh", "en"))
    parser.add_argument("-q", "--quiet", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    return parser
