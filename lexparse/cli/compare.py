"""``lexparse compare``: what changed between two acts, in text and in duties."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from lexparse.cli import BadInputError
from lexparse.cli.source import beside, read_act
from lexparse.compare import Comparison, compare
from lexparse.export.plain import plain
from lexparse.extraction import extract
from lexparse.records import Parse
from lexparse.structure.outline import outline


def run(arguments: argparse.Namespace) -> int:
    """Print the differences; return 0, or raise ``BadInputError``."""
    names = [arguments.old, arguments.new, *arguments.by]
    if names.count("-") > 1:
        raise BadInputError("standard input holds one act; give the others as files.")
    old, new, *acts = map(_parse, names)
    compared = compare(old, new, [one for act in acts for one in act.modifications])
    if arguments.format == "docx":
        from lexparse.export.tracked import as_tracked

        shown = as_tracked(old, new, compared)
    else:
        shown = f"{_shown(arguments.format, old, new, compared)}\n".encode()
    _write(shown, arguments.out, binary=arguments.format == "docx")
    _report(compared)
    return 0


def _parse(name: str) -> Parse:
    return extract(outline(read_act(name)), beside(name) if name != "-" else None)


def _shown(form: str, old: Parse, new: Parse, compared: Comparison) -> str:
    if form == "html":
        from lexparse.export.redline import as_redline

        return as_redline(old, new, compared)
    if form == "text":
        from lexparse.export.told import as_lines

        return as_lines(compared)
    return as_json(old, new, compared)


def as_json(old: Parse, new: Parse, compared: Comparison) -> str:
    """Return what ``lexparse compare --format json`` prints."""
    told = {
        "old": plain(old.act),
        "new": plain(new.act),
        "counts": compared.counts(),
        "changes": plain(compared.changes),
        "duties": plain(compared.duties),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _write(shown: bytes, name: str | None, *, binary: bool) -> None:
    if name:
        try:
            Path(name).write_bytes(shown)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadInputError(f"{name} cannot be written: {reason}; choose another.") from error
        return
    if binary and sys.stdout.isatty():
        raise BadInputError("a DOCX is no text for a terminal; add --out changes.docx.")
    sys.stdout.flush()
    sys.stdout.buffer.write(shown)
    sys.stdout.buffer.flush()


def _report(compared: Comparison) -> None:
    counts = compared.counts()
    told = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counts.items())
    print(told or "no changes", file=sys.stderr)
