"""Files from the command line: opened, read, and given the identity that lies beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from lexparse.cli import BadInputError
from lexparse.grammar.header import Given
from lexparse.readers import UnreadableError, read
from lexparse.text.document import Document

ACT_SUFFIXES = {".txt", ".md"}


def read_act(name: str) -> Document:
    """Return the document in the file ``name``, or on standard input for ``-``.

    Raises ``BadInputError`` with the reason and what to do.
    """
    try:
        source = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return read(source, name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(f"{name} cannot be opened: {reason}; check the path.") from error
    except UnreadableError as error:
        raise BadInputError(f"{name}: {error}") from error


def acts(paths: list[str]) -> Iterator[Path]:
    """Yield the acts among files and folders, in the order of their names."""
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise BadInputError(f"{name} does not exist; check the path.")
        if path.is_file():
            yield path
        else:
            yield from sorted(
                p for p in path.rglob("act.*") if p.suffix in ACT_SUFFIXES and p.is_file()
            )


def beside(name: str) -> Given | None:
    """Return the identity that ``meta.yaml`` beside the file gives, or ``None``."""
    from lexparse.grammar.meta import read_meta

    path = Path(name)
    version = path.name.removesuffix(path.suffix).partition(".")[2]
    for candidate in (f"meta.{version}.yaml" if version else "", "meta.yaml"):
        file = path.parent / candidate
        if candidate and file.is_file():
            return read_meta(file)
    return None
