"""``lexparse parse``: one act to records."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from lexparse.cli import BadInputError
from lexparse.cli.source import beside, read_act
from lexparse.export.outlined import as_outline
from lexparse.export.plain import as_json
from lexparse.extraction import extract
from lexparse.grammar.header import Given
from lexparse.records import Parse
from lexparse.structure.outline import outline

OPTIONS = ("kind", "issuer", "number", "date")


def run(arguments: argparse.Namespace) -> int:
    """Print the records; return 0, or raise ``BadInputError``."""
    document = read_act(arguments.file)
    parse = extract(outline(document), _given(arguments))
    if arguments.format == "json":
        print(as_json(parse))
    elif arguments.format == "outline":
        print(as_outline(parse.provisions))
    else:
        print(document.text, end="")
    _report(parse)
    return 0


def _given(arguments: argparse.Namespace) -> Given | None:
    """Return the identity from the options, completed from ``meta.yaml`` beside the file."""
    given = beside(arguments.file) or Given()
    options = {name: value for name in OPTIONS if (value := getattr(arguments, name))}
    if "date" in options:
        _check_date(options["date"])
    if options:
        given = replace(given, **options, source="the command line")
    return given if given != Given() else None


def _check_date(date: str) -> None:
    import datetime as dt

    try:
        dt.date.fromisoformat(date)
    except ValueError:
        raise BadInputError(f"--date {date} is no date; write it as 2022-04-29.") from None


def _report(parse: Parse) -> None:
    for finding in parse.findings:
        place = f" [{finding.eid or finding.start}]" if finding.stop else ""
        print(f"{finding.severity}: {finding.code}{place}: {finding.message}", file=sys.stderr)
    print(
        f"coverage {parse.act.coverage:.1%} of the operative part; {len(parse.tasks)} tasks, "
        f"{len(parse.findings)} findings",
        file=sys.stderr,
    )
