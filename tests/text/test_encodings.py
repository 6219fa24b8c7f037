"""Bytes become the text that was written, or a sentence says why not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexparse.text.encodings import MAX_BYTES, UnreadableError, decode

KAZAKH = (
    "1. Қазақстан Республикасы Үкіметінің қаулысы бекітілсін.\n"
    "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n"
)
RUSSIAN = (
    "1. Утвердить прилагаемый план.\n2. Контроль за исполнением приказа № 5 оставляю за собой.\n"
)

KNOWN = [
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8"),
    ("utf-16", "utf-16-le"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
    ("utf-32", "utf-32-le"),
]


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, "Қ", "ASCII only"])
@pytest.mark.parametrize(("codec", "named"), KNOWN)
def test_unicode_is_read_without_a_guess(text: str, codec: str, named: str) -> None:
    decoded = decode(text.encode(codec))
    if text == "ASCII only" or len(text) > 1 or codec not in {"utf-16-le", "utf-16-be"}:
        assert decoded == (text, named, ())


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (KAZAKH, "kz1048", "kz1048"),
        (KAZAKH, "ptcp154", "ptcp154"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "kz1048", "cp1251"),
        (RUSSIAN.replace("№", "N"), "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        ("Министр", "cp1251", "cp1251"),
    ],
)
def test_an_eight_bit_encoding_is_guessed_and_said_so(text: str, codec: str, named: str) -> None:
    decoded, encoding, findings = decode(text.encode(codec))
    assert (decoded, encoding) == (text, named)
    assert [(one.code, one.severity) for one in findings] == [("encoding-guessed", "warning")]
    assert named in findings[0].message


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (KAZAKH.encode()[:41], "truncated-tail"),
        (KAZAKH.encode("utf-16")[:-1], "truncated-tail"),
        ((KAZAKH * 9).encode() + b"\xff" + KAZAKH.encode(), "undecodable-bytes"),
    ],
)
def test_a_damaged_file_is_read_with_a_finding(source: bytes, code: str) -> None:
    text, _, findings = decode(source)
    assert text.startswith("1. Қазақстан")
    assert [one.code for one in findings] == [code]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"{\\rtf1\\ansi ...", "RTF"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00\x01\x02\x03" * 99, "binary"),
        (b"a" * (MAX_BYTES + 1), "MiB"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(source: bytes, word: str) -> None:
    with pytest.raises(UnreadableError, match=word) as refusal:
        decode(source)
    assert str(refusal.value).endswith(".")


@settings(deadline=None)  # the first unknown encoding imports charset-normalizer
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        text, encoding, _ = decode(source)
    except UnreadableError:
        return
    assert text
    assert encoding
