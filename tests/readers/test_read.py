"""Whatever is uploaded: the same text each time, no letter lost, every letter with its origin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexparse.readers import MAX_BYTES, UnreadableError, read
from lexparse.text.document import CELL_BREAK, Document, Line

# Pieces of acts and of their noise; joined at random they reach every branch of the readers.
PIECES = [
    "Қазақстан Республикасының",
    "1. Осы бұйрық",
    "2) тармақша;",
    "қоса беріліп отырған жоспар бекітілсін",
    "№ 5",
    "Ескерту. 1-тармақ жаңа редакцияда",
    "і",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\t|\t",
    "|",
    "____________",
    "- ",
    "«",
    '"',
    "6",
    "и\u0306",
]
MARKUP = [
    "# ", "> ", "> *", "*", "**", "```\n", "<table>", "</table>", "<tr>", "<td>", "</td>", "<th ",
    'colspan="3"', "rowspan=2>", "&quot;", "&nbsp;", "\\.", "<*>", '<a id="p1"></a>',
    "<", "&", "  \n",
]  # fmt: skip
plain = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
marked = st.lists(st.sampled_from(PIECES + MARKUP), max_size=60).map("".join)


def read_or_none(source: bytes | str) -> Document | None:
    try:
        return read(source)
    except UnreadableError:
        return None


@settings(deadline=None)  # the first unknown encoding imports charset-normalizer
@given(st.text(max_size=80) | marked | st.binary(max_size=200))
def test_reading_gives_a_document_or_a_refusal_and_the_same_each_time(source: bytes | str) -> None:
    assert read_or_none(source) == read_or_none(source)


@given(marked)
def test_the_layout_holds(source: str) -> None:
    if not (document := read_or_none(source)):
        return
    at = 0
    for block in document.blocks:
        assert block.start == at
        assert document.text[block.stop] == "\n"
        at = block.stop + 1
        words = document.text[block.start : block.stop]
        if isinstance(block, Line):
            assert words == words.strip()
            assert "\n" not in words
            continue
        assert words == "\n".join(document.text[row.start : row.stop] for row in block.rows)
        for row in block.rows:
            cells = [document.text[cell.start : cell.stop] for cell in row.cells]
            assert document.text[row.start : row.stop] == CELL_BREAK.join(cells)
            assert all(cell == " ".join(cell.split()) for cell in cells)
            columns = [cell.column for cell in row.cells]
            assert columns == sorted(set(columns))
    assert at == len(document.text)


@given(marked)
def test_every_character_has_an_origin_in_the_source(source: str) -> None:
    if document := read_or_none(source):
        assert document.origin.length == len(document.text)
        assert document.origin.source_length == len(document.source)
        for at in range(len(document.text)):
            assert 0 <= document.origin.source(at) < len(source)
            assert document.printed(at, at + 1) in source


@given(plain.filter(lambda text: "6" not in text and "|" not in text and "\t" not in text))
def test_origins_ascend_where_no_page_end_broke_a_row(source: str) -> None:
    if document := read_or_none(source):
        origins = [document.origin.source(at) for at in range(len(document.text))]
        assert origins == sorted(origins)


@given(plain)
def test_no_letter_of_a_plain_text_is_lost(source: str) -> None:
    if not (document := read_or_none(source)):
        assert not any(letter.isalnum() for letter in source)
        return
    # Rules and frames are drawing, not text; и and its accent are one letter.
    drawing = "|_-*\u0306"
    printed = source.replace("й", "и")
    expected = sorted(x for x in printed if not x.isspace() and x not in drawing)
    shown = document.text.replace("й", "и").replace(CELL_BREAK, "")
    assert expected == sorted(x for x in shown if not x.isspace() and x not in drawing)


def test_a_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes("Қаулы\n".encode("kz1048"))
    document = read(path)
    assert (document.name, document.text, document.encoding) == ("act.txt", "Қаулы\n", "kz1048")
    assert document.media_type == "text/plain"
    assert [one.code for one in document.findings] == ["encoding-guessed"]


def test_bytes_and_their_text_give_the_same_document() -> None:
    text = "1. Осы бұйрық N 5 бекітілсін.\n"
    assert read(text) == read(text.encode())
    assert read(text).printed(0, 16) == "1. Осы бұйрық N "


@pytest.mark.parametrize(
    "source", ["", " \n", "\u200b", "_________", "<td></td>", "а" * (MAX_BYTES // 2 + 1)]
)
def test_what_holds_no_text_is_refused(source: str) -> None:
    with pytest.raises(UnreadableError):
        read(source)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read(tmp_path / "none.txt")


def test_lost_letters_are_reported() -> None:
    document = read("Ре?публикасыны? ?аза?стан ми?истрлігі бекі?ілсін")
    assert "letters-lost" in [one.code for one in document.findings]
