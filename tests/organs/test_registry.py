"""The registry: one body a key, found in every inflection, with its country's name or without."""

from __future__ import annotations

import pytest

from lexparse.organs.naming import glued, head, key, nominative
from lexparse.organs.registry import registry


def test_no_two_bodies_share_a_name() -> None:
    """A name leads to one body only."""
    names = [name for organ in registry().organs.values() for name in (organ.name, *organ.names)]
    assert len({glued(name) for name in names}) == len(names)


def test_every_name_leads_back_to_its_body() -> None:
    """Each wording that the registry lists is found."""
    for organ in registry().organs.values():
        for name in (organ.name, *organ.names):
            assert registry().named(name) is organ


@pytest.mark.parametrize(
    "printed",
    [
        "Қазақстан Республикасының Қаржы министрлігі",
        "Қазақстан Республикасы Қаржы министрлігінің",
        "Қаржы министрлігіне",
        "Қазақстан РеспубликасыныңҚаржы министрлігі",
        "ҚР Қаржы министрлігімен",
    ],
)
def test_inflection_and_country_do_not_matter(printed: str) -> None:
    """The genitive may move and the country's name may be left out or glued."""
    organ = registry().named(printed)
    assert organ is not None
    assert organ.id == "kz.gov.finance"


def test_a_minister_is_not_the_ministry() -> None:
    """A post and its body have different keys."""
    assert key("Қазақстан Республикасының Әділет министрі") != key("Әділет министрлігі")
    assert registry().named("Қазақстан Республикасының Әділет министрі") is None


def test_one_word_more_is_another_body() -> None:
    """Likeness is not enough: culture and information is not culture and sport."""
    culture = registry().named("Мәдениет және ақпарат министрлігі")
    sport = registry().named("Мәдениет және спорт министрлігі")
    assert culture is not None
    assert sport is not None
    assert culture.id != sport.id
    assert registry().named("Мәдениет министрлігі") is None


@pytest.mark.parametrize(
    ("word", "case", "plain"),
    [
        ("министрлігіне", "Dat", "министрлігі"),
        ("басқармасының", "Gen", "басқармасы"),
        ("Аппаратына", "Dat", "Аппараты"),
        ("органдармен", "Ins", "органдар"),
        ("кәсіпорны", "Nom", "кәсіпорны"),
        ("вице-министріне", "Dat", "вице-министрі"),
    ],
)
def test_head_nouns_give_their_case(word: str, case: str, plain: str) -> None:
    """The tail of a head noun is read without a list of its forms."""
    read = head(word)
    assert read is not None
    assert (read.case, read.nominative) == (case, plain)


@pytest.mark.parametrize("word", ["органикалық", "комиссиялық", "министрліктегі", "сотталған"])
def test_words_that_only_begin_like_a_head_are_none(word: str) -> None:
    """A derived word is no head noun."""
    assert head(word) is None


def test_the_nominative_moves_the_genitive() -> None:
    """A body of the republic has it in the genitive; a body of a body keeps what is printed."""
    assert (
        nominative("Қазақстан Республикасы Қаржы министрлігіне")
        == "Қазақстан Республикасының Қаржы министрлігі"
    )
    assert (
        nominative("Қазақстан Республикасы Қаржы министрлігінің Салық комитетіне")
        == "Қазақстан Республикасы Қаржы министрлігінің Салық комитеті"
    )
