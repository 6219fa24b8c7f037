"""Bytes in, ``Document`` out: the reader is chosen by what the file holds, not by its name.

Afterwards: the same bytes give the same text; every character has its origin; what had to be
guessed or repaired stands in ``findings``; what is no text is refused with ``UnreadableError``.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from lexparse.readers import markdown, txt
from lexparse.records import Finding
from lexparse.text.document import Document
from lexparse.text.encodings import MAX_BYTES, UnreadableError, decode
from lexparse.text.language import language
from lexparse.text.normalise import normalise

__all__ = ["MAX_BYTES", "UnreadableError", "read"]

# A page of HTML; Markdown has tables in HTML, but no paragraphs and no body.
_PAGE = re.compile(r"<(?:!doctype|html|head|body|h[1-6]|p|div|br)\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:html|body|h[1-6]|p|div|br)\b", re.IGNORECASE)
# Қазақстан Республикасыны? : letters that the table in between did not have.
_LOST_LETTER = re.compile(r"\?(?<=[а-яё]\?)(?=[а-яё])")


def read(source: bytes | str | Path, name: str = "") -> Document:
    """Read an act from its bytes, from a file, or from text that is already decoded.

    ``name`` is kept for people; a file's own name stands in for it. Raises ``UnreadableError``
    for a file that is empty, binary, larger than ``MAX_BYTES`` bytes, or cannot be opened.
    """
    if isinstance(source, Path):
        name = name or source.name
        source = _file(source)
    if isinstance(source, str):
        original = source.encode("utf-8", "surrogatepass")
        return _document(_decoded(source, len(original)), original, name, "utf-8", ())
    text, encoding, findings = decode(source)
    return _document(text, source, name, encoding, findings)


def _document(
    source: str, original: bytes, name: str, encoding: str, findings: tuple[Finding, ...]
) -> Document:
    if _PAGE.search(source, 0, 4000) and len(_BLOCK_TAG.findall(source, 0, 20_000)) > 1:
        raise UnreadableError(
            "The file is a web page, which is not read yet; save its text, or upload Markdown."
        )
    clean, origin = normalise(source)
    reader = markdown if markdown.is_markdown(clean) else txt
    text, blocks, layout = reader.read_clean(clean)
    if not text.strip("\n\t| "):
        raise UnreadableError("The file holds no text; upload the file that holds the act's text.")
    return Document(
        text=text,
        blocks=blocks,
        source=source,
        origin=layout.over(origin),
        name=name,
        media_type=reader.MEDIA_TYPE,
        encoding=encoding,
        sha256=sha256(original).hexdigest(),
        language=language(text),
        findings=findings + _lost_letters(text),
    )


def _file(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            return path.open("rb").read(MAX_BYTES + 1)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"{path} cannot be opened ({error.strerror}); check the path and the permissions."
        ) from error


def _decoded(text: str, size: int) -> str:
    if size > MAX_BYTES:
        most = MAX_BYTES // 2**20
        raise UnreadableError(f"The text has more than the {most} MiB that are read; split it.")
    return text


def _lost_letters(text: str) -> tuple[Finding, ...]:
    lost = _LOST_LETTER.findall(text)
    if len(lost) < 3:
        return ()
    message = f"{len(lost)} words hold a question mark for a lost letter; find a better copy."
    return (Finding(code="letters-lost", severity="warning", message=message),)
