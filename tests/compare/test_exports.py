from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from lexparse.cli import main
from lexparse.compare import compare
from lexparse.compare.units import Units
from lexparse.export.redline import as_redline
from lexparse.export.told import as_lines
from lexparse.records import Parse
from tests.compare.drafts import ACTS, HEAD, act, drafted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_off(file: bytes, *, accept: bool) -> list[str]:
    """Return the paragraphs and rows after every tracked change was accepted or rejected."""
    body = docx.Document(io.BytesIO(file)).element.body
    drop = f"{W}del" if accept else f"{W}ins"
    gone = [
        block
        for block in body.iter(f"{W}p", f"{W}tr")
        if block.find(f"{W}pPr/{W}rPr/{drop}") is not None
        or block.find(f"{W}trPr/{drop}") is not None
    ]
    for element in (*gone, *body.iter(drop)):
        if element.getparent() is not None:
            element.getparent().remove(element)
    return [_text(block) for block in body.iter(f"{W}p", f"{W}tr") if _is_outer(block)]


def _is_outer(block: object) -> bool:
    return not any(parent.tag == f"{W}tr" for parent in block.iterancestors())  # type: ignore[attr-defined]


def _text(block: object) -> str:
    if block.tag == f"{W}tr":  # type: ignore[attr-defined]
        return "|".join("".join(map(_text, cell)) for cell in block.iter(f"{W}tc"))  # type: ignore[attr-defined]
    shown = {f"{W}t", f"{W}delText"}
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        one.text or "" if one.tag in shown else marks.get(one.tag, "")
        for one in block.iter()  # type: ignore[attr-defined]
    )


def printed(parse: Parse) -> list[str]:
    """Return the units as a DOCX shows them, without the empty ones."""
    units = Units.of(parse)
    lines = (
        text.replace("\t|\t", "|") if unit.kind == "row" else f"{unit.num}. {text}"
        for unit, text in zip(units.items, units.texts, strict=True)
    )
    return [line for line in lines if line.strip("|")]


@settings(max_examples=30, deadline=None)
@given(ACTS, ACTS)
def test_accepted_it_is_the_new_act_and_rejected_the_old_one(old: Parse, new: Parse) -> None:
    from lexparse.export.tracked import as_tracked

    file = as_tracked(old, new)
    for parse, accept in ((new, True), (old, False)):
        lines = [line.rstrip("|") for line in read_off(file, accept=accept)]
        assert [line for line in lines if line] == [line.rstrip("|") for line in printed(parse)]


def test_every_tracked_change_has_its_own_id_and_an_author() -> None:
    from lexparse.export.tracked import as_tracked

    body = docx.Document(io.BytesIO(as_tracked(act("бір екі", "үш"), act("бір", "төрт")))).element
    tracked = list(body.iter(f"{W}ins", f"{W}del"))
    ids = [one.get(f"{W}id") for one in tracked]
    assert tracked
    assert len(ids) == len(set(ids))
    assert {one.get(f"{W}author") for one in tracked} == {"lexparse"}


def test_characters_that_xml_cannot_hold_are_shown_as_unknown() -> None:
    from lexparse.export.tracked import as_tracked

    assert "бір\ufffdекі" in "".join(
        read_off(as_tracked(act("бір"), act("бір\x0cекі")), accept=True)
    )


def test_a_redline_marks_words_and_escapes_markup() -> None:
    shown = as_redline(act("<script>бір</script> екі"), act("<script>бір</script> үш"))
    assert "<script" not in shown
    assert "<del>екі</del><ins>үш</ins>" in shown


def test_a_row_that_lost_a_cell_is_shown_as_two_rows() -> None:
    shown = as_redline(act("бір|екі|үш"), act("бір|екі"))
    assert shown.count("<tr") == 2
    assert shown.count("<td") == 6


def test_lines_cite_the_unit_and_say_what_changed() -> None:
    old = drafted("1. Қаржы министрлігі 2026 жылғы 1 мамырға дейін есеп берсін.")
    new = drafted("1. Қаржы министрлігі 2026 жылғы 9 мамырға дейін есеп берсін.")
    assert as_lines(compare(old, new)).splitlines()[1:] == [
        "1-тармақ: deadline moved by +8 days: 2026-05-01 → 2026-05-09",
        "1-тармақ: changed: «1» → «9»",
    ]
    assert as_lines(compare(old, old)) == "The two acts do not differ."


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    """Return two files of one act, of which one paragraph was reworded."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(f"{HEAD}\n\n1. Есеп бекітілсін.\n", "utf-8")
    new.write_text(f"{HEAD}\n\n1. Жоспар бекітілсін.\n", "utf-8")
    return str(old), str(new)


@pytest.mark.parametrize("form", ["json", "text", "html"])
def test_the_command_prints_each_format(
    form: str, versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *versions, "--format", form]) == 0
    shown = capsys.readouterr()
    assert "Жоспар" in shown.out
    assert shown.err == "1 changed\n"
    if form == "json":
        assert json.loads(shown.out)["changes"][0]["new"]["eid"] == "para_1"


def test_the_command_writes_a_document_with_tracked_changes(
    versions: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "changes.docx"
    assert main(["compare", *versions, "--format", "docx", "--out", str(out)]) == 0
    assert "1. Жоспар бекітілсін." in read_off(out.read_bytes(), accept=True)
    assert "1. Есеп бекітілсін." in read_off(out.read_bytes(), accept=False)


def test_a_file_that_cannot_be_written_is_one_sentence(
    versions: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "absent" / "changes.html")
    assert main(["compare", *versions, "--format", "html", "--out", out]) == 1
    assert capsys.readouterr().err.count("\n") == 1
