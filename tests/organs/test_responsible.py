"""What holds of every cell and sentence, whatever is printed in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lexparse.grammar.organ import find_responsible
from lexparse.grammar.subject import find_subjects
from lexparse.organs.resolver import Resolver
from lexparse.records import LegendEntry

RESOLVER = Resolver(
    [
        LegendEntry(
            abbreviation="ҰЭМ", name="Қазақстан Республикасының Ұлттық экономика министрлігі"
        ),
        LegendEntry(abbreviation="БП", name="Қазақстан Республикасының Бас прокуратурасы"),
    ]
)
PIECES = st.sampled_from(
    [
        "ҰЭМ", "БП", "ГПБ", "Қаржы министрлігі", "Әділет министрлігінің", "комитет", "әкімдіктері",
        "облыстардың", "Алматы", "Астана", "қалаларының", "аудандар", "(келісу бойынша)",
        "(Б.Б. Мусин", "Жәкенов А.С.", "А. Хасеновке", "«КЭТК» ААҚ", 'АҚ "ҰАТ"', "''", '"', ",",
        ".", ";", "-", ":", "және", "мен", "бірлесіп", "жүктелсін", "бақылау", "өзіме", "осы",
        "1999", "органдар", "басшылары", "мақсатында", "сәйкес", "Қазақстан Республикасының",
        "қамтамасыз етсін",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)
KINDS = st.sampled_from(["order", "present", "assignment", "control", "passive_order", "force"])


@given(TEXTS)
def test_a_cell_is_quoted_exactly(text: str) -> None:
    """Every record's text is what stands at its span, and the first alone leads."""
    found = find_responsible(text, 0, len(text), RESOLVER)
    assert all(text[one.start : one.stop] == one.text for one in found)
    assert [one.lead for one in found] == [not at for at in range(len(found))]


@given(TEXTS)
def test_nothing_uncertain_has_an_organ(text: str) -> None:
    """What goes to review names no body."""
    for one in find_responsible(text, 0, len(text), RESOLVER):
        if one.settled in ("suspected", "unresolved"):
            assert one.organ is None
            assert one.name is None


@given(TEXTS, KINDS)
def test_a_sentence_is_quoted_exactly(text: str, kind: str) -> None:
    """Every subject's text is what stands at its span."""
    found = find_subjects(text, 0, len(text), RESOLVER, kind)
    assert all(text[one.start : one.stop] == one.text for one in found)


def test_only_the_given_part_is_read() -> None:
    """Offsets count from the start of the whole text."""
    text = "БП\t|\tҰЭМ (Ә.С. Қуантыров)\t|\tБП"
    (only,) = find_responsible(text, 5, 25, RESOLVER)
    assert (only.start, only.stop, only.name) == (5, 25, "ҰЭМ")
