"""The resolver: the act's own words before the registry, and no guess where both are silent."""

from __future__ import annotations

import pytest

from lexparse.organs.mending import mended_words
from lexparse.organs.resolver import Resolver
from lexparse.records import Definition, LegendEntry

LEGEND = [
    LegendEntry(abbreviation=short, name=full)
    for short, full in {
        "АҚЖУ": "Қазақстан Республикасындағы Адам құқықтары жөніндегі уәкіл",
        "ЖС": "Қазақстан Республикасы Жоғарғы Соты",
        "ЖСК": "Қазақстан Республикасы Жоғары Сот Кеңесі",
        "Қаржымині": "Қазақстан  Республикасының Қаржы министрлігі",
        "ҚНРДА": "Қазақстан Республикасының Қаржы нарығын реттеу және дамыту агенттігі",
        "ОАО": "Орталық атқарушы органдар",
        "ПӘ": "Қазақстан Республикасының Президенті Әкімшілігі",
        "ПІБ": "Қазақстан Республикасы Президентінің Іс басқармасы",
        "СЖҚА": "Қазақстан Республикасының Сыбайлас жемқорлыққа қарсы іс-қимал агенттігі",
        "ЦДИАӨМ": (
            "Қазақстан Республикасының Цифрлық даму, инновациялар және аэроғарыш "
            "өнеркәсібі министрлігі"
        ),
    }.items()
]


@pytest.fixture
def resolver() -> Resolver:
    """The resolver of an act that explains ten names and uses all but one."""
    used = {entry.abbreviation for entry in LEGEND} - {"ПІБ"}
    return Resolver(LEGEND, used=used)


@pytest.mark.parametrize(
    ("printed", "name", "organ", "settled"),
    [
        ("ЦДИАӨМ", "ЦДИАӨМ", "kz.gov.digital", "legend"),
        ("ЦДИАӨМ-ге", "ЦДИАӨМ", "kz.gov.digital", "inflected"),
        ("ПӘ-геақпарат", "ПӘ", "kz.president.administration", "inflected"),
        ("Қаржыминінің", "Қаржымині", "kz.gov.finance", "inflected"),
        ("Қазақстан Республикасы Қаржы министрлігіне", "Қаржымині", "kz.gov.finance", "legend"),
        ("КНРДА", "ҚНРДА", "kz.president.financial-market", "spelling"),
        ("ЦЦИАӨМ", "ЦДИАӨМ", "kz.gov.digital", "spelling"),
        ("Каржымині", "Қаржымині", "kz.gov.finance", "spelling"),
        ("Әділет министрлігіне", "Әділет министрлігі", "kz.gov.justice", "inflected"),
        ("Заңнама департаменті", "Заңнама департаменті", None, "exact"),
        ("«Энергетика» АҚ", "«Энергетика» АҚ", None, "exact"),
    ],
)
def test_names_are_settled_in_the_order_of_trust(
    resolver: Resolver, printed: str, name: str | None, organ: str | None, settled: str
) -> None:
    """Legend, its inflections, its full names, the registry, a repair, the name itself."""
    read = resolver.resolve(printed)
    assert (read.name, read.organ, read.settled) == (name, organ, settled)


@pytest.mark.parametrize("printed", ["СЖКД", "ГПБ", "ЖСД", "ҚТЖ"])
def test_short_abbreviations_are_never_repaired(resolver: Resolver, printed: str) -> None:
    """One letter in four is another body as easily as a slip."""
    read = resolver.resolve(printed)
    assert (read.name, read.organ, read.settled) == (None, None, "unresolved")


def test_four_letters_need_a_like_shape() -> None:
    """М is read as Н, but not as К."""
    resolver = Resolver([LegendEntry(abbreviation="АҚДМ", name="Ақпарат министрлігі")])
    assert resolver.resolve("АҚДН").name == "АҚДМ"
    assert resolver.resolve("АҚДК").settled == "unresolved"


def test_candidates_say_why(resolver: Resolver) -> None:
    """An entry that the act never uses is offered first, with that reason."""
    likely = resolver.resolve("ГПБ").candidates
    assert likely[0].name == "ПІБ"
    assert "never uses" in (likely[0].why or "")
    assert resolver.resolve("СЖКД").candidates[0].name == "СЖҚА"


def test_a_repair_carries_its_evidence(resolver: Resolver) -> None:
    """What was repaired can be checked by a person."""
    why = resolver.resolve("ЦЦИАӨМ").candidates[0].why
    assert why == "one letter apart from «ЦДИАӨМ», and nothing else is near"


def test_two_near_entries_are_no_repair() -> None:
    """Where two entries are near, neither is taken."""
    near = [
        LegendEntry(abbreviation="АБВГДЕ", name="Бірінші басқарма"),
        LegendEntry(abbreviation="АБВГДЖ", name="Екінші басқарма"),
    ]
    assert Resolver(near).resolve("АБВГДЗ").settled == "unresolved"


def test_a_legend_group_stays_a_group(resolver: Resolver) -> None:
    """An abbreviation of many bodies is no body."""
    assert resolver.resolve("ОАО").kind == "group"
    assert resolver.resolve("АҚЖУ").kind == "organ"


def test_a_short_name_stands_for_its_meaning() -> None:
    """``бұдан әрі - Комитет`` resolves to the committee, inflected or not."""
    meaning = "Қазақстан Республикасы Қаржы министрлігінің Салық комитетіне"
    resolver = Resolver((), [Definition(term="Комитет", meaning=meaning, kind="alias")])
    read = resolver.resolve("Комитеттің")
    assert read.organ == "kz.gov.finance.tax"
    assert (read.name, read.kind, read.settled) == ("Комитет", "organ", "legend")


@pytest.mark.parametrize(
    ("term", "printed", "kind"),
    [
        ("мемлекеттік орган", "Мемлекеттік органдар", "group"),
        ("аумақтық департаменттер", "аумақтық департамент", "group"),
        ("мемлекеттік орган", "мемлекеттік органға", "organ"),
    ],
)
def test_a_short_name_keeps_its_defined_number(term: str, printed: str, kind: str) -> None:
    """The name is the short name as defined; many of it are a group."""
    resolver = Resolver((), [Definition(term=term, meaning=None, kind="alias")])
    read = resolver.resolve(printed)
    assert (read.name, read.kind, read.settled) == (term, kind, "legend")


def test_a_short_name_of_no_body_is_none() -> None:
    """Acts and posts of medical help have short names too."""
    meaning = "фельдшерлік-акушерлік пункт"
    resolver = Resolver((), [Definition(term="ФАП", meaning=meaning, kind="alias")])
    assert resolver.resolve("ФАП").settled == "unresolved"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Аумактык инспекция", "Аумақтық инспекция"),
        ("Суда құткару қызметінің Қостанай орталығы", "Суда құтқару қызметінің Қостанай орталығы"),
        ("облыстық қызметтерінің бастықгары", "облыстық қызметтерінің бастықтары"),
        ("Облыстардың табиғиресурстар баскармалары", "Облыстардың табиғи ресурстар басқармалары"),
        ("Алматы қаласыының білім басқармасы", "Алматы қаласының білім басқармасы"),
        ("Аумақтық округтердің басшылар,ы", "Аумақтық округтердің басшылары"),
    ],
)
def test_lost_letters_come_back(printed: str, name: str) -> None:
    """A word is mended into the one listed word that it can be."""
    read = Resolver().resolve(printed)
    assert (read.name, read.settled) == (name, "spelling")


def test_a_name_that_begins_with_a_lone_letter_is_none() -> None:
    """The letter belongs to another word, so what the name was is not known."""
    read = Resolver().resolve("ы ПИК-тердің төрағалары")
    assert (read.name, read.settled) == (None, "unresolved")


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("ішкі істер органдарының бастықтары", "group"),
        ("бөлімдердің командирлері", "group"),
        ("ұйымдардың басшылары", "group"),
        ("ішкі істер органының бастығы", "post"),
    ],
)
def test_many_posts_are_a_group(printed: str, kind: str) -> None:
    """Nobody is named by a plural, whoever owns the posts."""
    assert Resolver().resolve(printed).kind == kind


def test_sound_words_are_left_alone() -> None:
    """Unknown words and names in quotes are printed as they are."""
    assert mended_words("«Казгидромет» РМК") == "«Казгидромет» РМК"
    assert mended_words("Ауылшаруашылық комитеті") == "Ауылшаруашылық комитеті"


def test_an_abbreviation_by_alias_is_the_name() -> None:
    """A short name of capitals is the act's own abbreviation."""
    meaning = "Қазақстан Республикасының Ішкі істер министрлігі"
    resolver = Resolver((), [Definition(term="ІІМ", meaning=meaning, kind="alias")])
    assert resolver.resolve("ІІМ-нің").name == "ІІМ"
    assert resolver.resolve("Ішкі істер министрлігімен").name == "ІІМ"


def test_two_letters_without_a_legend_are_suspected() -> None:
    """The registry only proposes what two letters may mean."""
    read = Resolver().resolve("БП")
    assert (read.organ, read.settled) == (None, "suspected")
    assert read.candidates[0].organ == "kz.prosecutor"
