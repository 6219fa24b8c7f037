"""Bytes become text: their encoding is known, or guessed by frequent words and said so.

Read without a guess: UTF-8 (with and without BOM), UTF-16 LE and BE (with and without BOM),
UTF-32 with BOM. Guessed, with the finding ``encoding-guessed``: KZ-1048, PTCP154, cp1251 (plain
cp1251 has no Kazakh letters but ``і``), KOI8-R, cp866, and what charset-normalizer recognises.
"""

from __future__ import annotations

import codecs
import re

from lexparse.records import Finding
from lexparse.text.charsets import SAMPLE, hits

MAX_BYTES = 32 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (DOCX and XLSX files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (DOC, XLS)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_EIGHT_BIT = ("kz1048", "ptcp154", "cp1251")
_WITHOUT_KAZAKH = ("koi8-r", "cp866")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
# Letters that no Kazakh or Russian word holds: they show that the table is the wrong one.
_FOREIGN = re.compile("[ЃѓЌќЎўЏџЂђЉљЊњЋћЅѕЈјЇїЄєҐґҖҗӮӯҶҷҲҳҠҡӢӣҸҹҘҙҜҝҪҫ¤¦±µ‡‰€†‹›™]")
_GLUED = re.compile("[а-яәғқңөұүһі][А-ЯӘҒҚҢӨҰҮІ]")

Decoded = tuple[str, str, tuple[Finding, ...]]


class UnreadableError(ValueError):
    """The bytes are no text that can be read; the message says why and what to do."""


def decode(source: bytes) -> Decoded:
    """Return the text, the name of its encoding, and what had to be guessed or repaired.

    Raises ``UnreadableError`` for an empty or binary file and for one above ``MAX_BYTES``.
    """
    _refuse(source)
    for bom, name in _BOMS:
        if source.startswith(bom):
            source = source[len(bom) :]
            return _wide(source, name) if name != "utf-8" else _utf8(source) or _guessed(source)
    if wide := _unmarked_utf16(source):
        return _wide(source, wide)
    return _utf8(source) or _guessed(source)


def _refuse(source: bytes) -> None:
    if not source.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xfe\xff"):
        raise UnreadableError("The file is empty; upload the file that holds the act's text.")
    if len(source) > MAX_BYTES:
        size, most = len(source) // 2**20, MAX_BYTES // 2**20
        raise UnreadableError(
            f"The file has {size} MiB, more than the {most} MiB that are read; split it into acts."
        )
    for magic, name in _FORMATS:
        if source.startswith(magic):
            raise UnreadableError(
                f"The file is {name}, not text; save it as plain text in UTF-8 and upload that."
            )


def _controls(source: bytes) -> int:
    return len(source) - len(source.translate(None, _CONTROLS))


def _binary() -> UnreadableError:
    return UnreadableError(
        "The file is binary, not text; save the act as plain text in UTF-8 and upload that."
    )


def _wide(source: bytes, name: str) -> Decoded:
    text = source.decode(name, "replace")
    if len(source) % (4 if "32" in name else 2):
        text = text.rstrip("\ufffd")
        return text, name, (_truncated(text),)
    return text, name, _broken(text, name)


def _unmarked_utf16(source: bytes) -> str | None:
    """Tell UTF-16 by its high bytes, which for Cyrillic text are all 0x04, 0x00, 0x20 or 0x21."""
    if b"\x04" not in source and b"\x00" not in source:
        return None
    sample = source[:SAMPLE]
    odd, even = sample[1::2], sample[0::2]
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        known = sum(map(high.count, (b"\x00", b"\x04", b"\x20", b"\x21")))
        mixed = sum(map(low.count, (b"\x00", b"\x04")))
        if high and known >= 0.95 * len(high) and mixed < 0.5 * len(low):
            return name
    return None


def _utf8(source: bytes) -> Decoded | None:
    findings: tuple[Finding, ...] = ()
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        if _cut_tail(source):
            text = source[: error.start].decode("utf-8")
            findings = (_truncated(text),)
        else:
            text = source.decode("utf-8", "replace")
            if text.count("\ufffd") * 20 > sum(map(text.count, "аеінрсты")) + 20:
                return None
            findings = _broken(text, "utf-8")
    # A stray control character is noise; many of them are no text.
    if _controls(source) * 200 > len(source) + 400:
        raise _binary()
    if not text.strip("\ufffd\x00 \t\r\n"):
        raise _binary()
    return text, "utf-8", findings


def _cut_tail(source: bytes) -> bool:
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > 0 and error.reason == "unexpected end of data"
    return False


def _guessed(source: bytes) -> Decoded:
    if _controls(source) * 200 > len(source):
        raise _binary()
    name = _best_table(source[:SAMPLE]) or _recognised(source)
    text = source.decode(name, "replace")
    return text, name, (_guess(name), *_broken(text, name))


def _best_table(sample: bytes) -> str | None:
    """Return the table under which most frequent words appear, ``None`` if none looks right."""
    scores = {name: _score(sample.decode(name, "replace")) for name in _EIGHT_BIT}
    name = max(scores, key=lambda table: scores[table])
    # Where the tables give the same text, the most common one is named.
    name = "cp1251" if scores["cp1251"] == scores[name] else name
    if not scores[name][0]:
        for other in _WITHOUT_KAZAKH:
            if hits(sample.decode(other, "replace")):
                return other
        return name if scores[name][1] >= 0.6 else None
    return name


def _score(text: str) -> tuple[int, float]:
    """Frequent words first, then how little of the text is foreign to Kazakh and Russian."""
    letters = sum(1 for letter in text if "а" <= letter.lower() <= "я") or 1
    foreign = len(_FOREIGN.findall(text)) + len(_GLUED.findall(text)) + text.count("\ufffd")
    share = letters / max(len(text), 1)
    return hits(text), round(share - foreign / letters, 6)


def _recognised(source: bytes) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(source[:SAMPLE]).best()
    if match is None:
        raise UnreadableError(
            "The file's encoding was not recognised; save the act in UTF-8 and upload it again."
        )
    return match.encoding


def _guess(name: str) -> Finding:
    return Finding(
        code="encoding-guessed",
        severity="warning",
        message=f"The file does not say its encoding; it was read as {name}: check the letters.",
    )


def _truncated(text: str) -> Finding:
    return Finding(
        start=len(text),
        stop=len(text),
        code="truncated-tail",
        severity="warning",
        message="The file ends in the middle of a character; its end may be missing.",
    )


def _broken(text: str, name: str) -> tuple[Finding, ...]:
    if not (count := text.count("\ufffd")):
        return ()
    message = f"{count} characters could not be decoded as {name} and stand as \ufffd."
    return (Finding(code="undecodable-bytes", severity="warning", message=message),)
