"""How a line opens: the marker's kind and number, one row a printed form."""

from __future__ import annotations

import pytest

from lexparse.structure.markers import eid_number, marker

OPENINGS = [
    ("1. Қоса беріліп отырған", "paragraph", "1"),
    ("1.Мыналар", "paragraph", "1"),
    ("2-1. Осы тармақ", "paragraph", "2-1"),
    ("1\\. Бекітілсін", "paragraph", "1"),
    ("3.", "paragraph", "3"),
    ("1) осы бұйрықты", "subparagraph", "1)"),
    ("8-1) тіркеуді", "subparagraph", "8-1)"),
    ("2\\) тіркеуді", "subparagraph", "2)"),
    ("2.11. Бланкілер", "subparagraph", "2.11"),
    ("а) бірінші", "point", "а)"),
    ("- шаралар қабылдасын", "indent", None),
    ("1-тарау. Жалпы ережелер", "chapter", "1"),
    ("2 тарау. Тәртібі", "chapter", "2"),
    ("II БӨЛІМ", "part", "II"),
    ("3-параграф. Шарттар", "section", "3"),
    ("12-1-бап. Құқықтар", "article", "12-1"),
]
PLAIN = [
    "15.05.2000 ж. № 1-255р өкіміне",
    "5), 60), 61) тармақшалар алып тасталсын;",
    "1) тармақша алып тасталсын",
    "1) және 2) тармақшалар",
    "2023 жылғы 15 сәуір",
    "2-тармақ мынадай редакцияда жазылсын:",
    "Осы қаулы қол қойылған күнінен бастап",
    "-",
    "",
]


@pytest.mark.parametrize(("words", "kind", "num"), OPENINGS)
def test_line_opens_a_unit(words: str, kind: str, num: str | None) -> None:
    """A printed number or word says which unit opens, as a citation writes it."""
    found = marker(words, 0, len(words))
    assert found is not None
    assert (found.kind, found.num) == (kind, num)


@pytest.mark.parametrize("words", PLAIN)
def test_line_opens_nothing(words: str) -> None:
    """Dates, lists of cited units and plain words open no unit."""
    assert marker(words, 0, len(words)) is None


@pytest.mark.parametrize(("num", "eid"), [("8-1)", "8-1"), ("2.11", "2-11"), ("4", "4")])
def test_number_in_an_eid(num: str, eid: str) -> None:
    """An eId has no brackets and no dots."""
    assert eid_number(num) == eid
