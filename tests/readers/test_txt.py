"""Plain text: what page ends and wraps cut is joined, what was set apart stays apart."""

from __future__ import annotations

import pytest

from lexparse.readers import read
from lexparse.readers.joining import continues, goes_on_after_gap
from tests.readers.layout import layout

LONG = "3) осы бұйрық мемлекеттік тіркелгеннен кейін он жұмыс күні ішінде"

JOINED_AFTER_GAP = [
    (f"{LONG} Қазақстан Республикасы", "Цифрлық даму министрлігінің департаментіне"),
    (f"{LONG} мемлекеттік органдармен көрсетілетін", "мемлекеттік қызметтерді"),
    (f"{LONG} мәліметтерді", "ұсынуды қамтамасыз етсін."),
    ("Ескерту. Құрам өзгерді - ҚР Президентінің 2002.08.05. № 915", "жарлығымен ."),
    ("Ауылдық денсаулық сақтауды дамытудың", "ең төменгі мемлекеттік стандарты"),
]
APART_AFTER_GAP = [
    (f"{LONG} туралы", "Күшін жойған"),
    (f"{LONG} қағидалары", "1-тарау. Жалпы ережелер"),
    (f"{LONG} ұсынсын;", "осы тармақтың"),
    (f"{LONG} Республикасы", "4) осы бұйрықты"),
    (f"{LONG} Республикасы", "- осы бұйрықты"),
    (f"{LONG} Республикасы", "1-1. осы бұйрықты"),
    (f"{LONG} Республикасы", "Ескерту. 3-тармақ"),
    (f"{LONG} мынадай:", "бизнес-процестер;"),
    ("2-тарау. Мемлекеттік қызметтерді оңтайландыру және автоматтандыру тәртібі", "жалпы талаптар"),
    ("№ 88 қаулысына", "қосымша"),
    ("Тексеруді тағайындау туралы акт ____________________________________", "(№, күні)"),
    ("АҚ", "басқарма төрағасы"),
]


@pytest.mark.parametrize(("before", "line"), JOINED_AFTER_GAP)
def test_a_sentence_goes_on_after_a_page_end(before: str, line: str) -> None:
    assert goes_on_after_gap(before, line)
    assert layout(f"{before}\n\n{line}\n") == [f"{before} {line}"]


@pytest.mark.parametrize(("before", "line"), APART_AFTER_GAP)
def test_paragraphs_stay_apart(before: str, line: str) -> None:
    assert not goes_on_after_gap(before, line)
    assert layout(f"{before}\n\n{line}\n") == [before, line]


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        ("3. Осы қаулы жарияланған күнінен бастап бір ай өткен соң", "және 6 ай бойы", True),
        ("Ішкі істер министрлігі ӘҚББ-сына (Приходько Н.И.) және Штабқа", "(М.Р. Серік)", True),
        ("құрылымы жөнінде Қазақстан Республикасы Ішкі істер министрлігінің", "1994 жылғы", True),
        ("Цифрлық даму, инновациялар", "және аэроғарыш", False),
        ("даму министрінің", "міндетін атқарушының", False),
        ("4-тармақтың екінші бөлігі алып тасталсын деп белгіленсін", "5. Осы қаулы", False),
    ],
)
def test_hard_wraps_are_joined_and_stamps_are_not(before: str, line: str, joined: bool) -> None:
    assert continues(before, line, 70) is joined


def test_a_line_without_room_for_the_next_word_was_wrapped() -> None:
    lines = [
        "Қазақстан Республикасының аумағында сексеуіл екпелеріндегі ағаш",
        "Ресурстарын пайдаланудың нормалары санитарлық кесу жүргізу көлем",
        "шегінде белгіленсін.",
    ]
    assert layout("\n".join(lines)) == [" ".join(lines)]


def test_a_broken_word_loses_no_hyphen() -> None:
    source = "мемлекеттік органдардың басшылары өзекті сын-\nқатерлерге жедел ден қойсын."
    assert layout(source) == [source.replace("\n", "")]


def test_a_stamp_is_lines_of_one_part() -> None:
    document = read(
        "1. Мәтін.\n\nҚазақстан Республикасы\nҮкіметінің\n2020 жылғы\n№ 5 қаулысына\nқосымша\n\n"
        "Жоспар\n"
    )
    parts = [line.part for line in document.lines()]
    assert len(parts) == 7
    assert len(set(parts[1:6])) == 1
    assert len({parts[0], parts[1], parts[6]}) == 3


def test_a_signature_in_asterisks_is_italic() -> None:
    document = read("*Қазақстан Республикасының\nӘділет министрі*\n\nА. Серік\n\n* ескерту\n")
    roles = [(document.text[line.start : line.stop], line.role) for line in document.lines()]
    assert roles == [
        ("Қазақстан Республикасының", "italic"),
        ("Әділет министрі", "italic"),
        ("А. Серік", "body"),
        ("* ескерту", "body"),
    ]


PLAN = "№\t|\tІс-шара\t|\tМерзімі\n1.\t|\tтізбені  бекіту\t|\tмамыр\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (PLAN, [[["№", "Іс-шара", "Мерзімі"], ["1.", "тізбені бекіту", "мамыр"]]]),
        (
            f"{PLAN}\n\n2.\t|\tжоспар\t|\t\n",
            [
                [
                    ["№", "Іс-шара", "Мерзімі"],
                    ["1.", "тізбені бекіту", "мамыр"],
                    ["2.", "жоспар", ""],
                ]
            ],
        ),
        # A row cut by a page end: its rest, its beginning, and one cut inside a cell.
        (
            f"{PLAN}\n\t|\tжәне жариялау\t|\t\n",
            [[["№", "Іс-шара", "Мерзімі"], ["1.", "тізбені бекіту және жариялау", "мамыр"]]],
        ),
        (
            (
                "№\tІс-шара\tМерзімі\n5\tТізбе бар ма?\t\n\tҚызмет алқалы\t\n\n"
                "6\tоргандардың отырыстары\t\n"
            ),
            [
                [
                    ["№", "Іс-шара", "Мерзімі"],
                    ["5", "Тізбе бар ма?", ""],
                    ["6", "Қызмет алқалы органдардың отырыстары", ""],
                ]
            ],
        ),
        (
            f"{PLAN}2.\t|\tоргандардың\nотырыстарын өткізу\t|\tмаусым\n",
            [
                [
                    ["№", "Іс-шара", "Мерзімі"],
                    ["1.", "тізбені бекіту", "мамыр"],
                    ["2.", "органдардың отырыстарын өткізу", "маусым"],
                ]
            ],
        ),
        # A signature and a stamp in two columns are two tables of one row.
        (
            "Премьер-Министрі\t|\tӘ. Смайылов\n\n\n\t|\tҮкіметінің қаулысымен\n",
            [[["Премьер-Министрі", "Ә. Смайылов"]], [["", "Үкіметінің қаулысымен"]]],
        ),
        ("|\tҮкіметінің қаулысымен\n", [[["", "Үкіметінің қаулысымен"]]]),
        # Tabs of a list, a stroke in a sentence.
        ("1.\tОсы бұйрық\n2.\tБақылау\n", ["1. Осы бұйрық", "2. Бақылау"]),
        ("\tОсы бұйрық бекітілсін.\n", ["Осы бұйрық бекітілсін."]),
        ("А | Б нұсқасы таңдалсын.\n", ["А | Б нұсқасы таңдалсын."]),
        (
            "АҚ\tАкционерлік қоғам\nБП\tБас прокуратура\n",
            [[["АҚ", "Акционерлік қоғам"], ["БП", "Бас прокуратура"]]],
        ),
        # Drawn tables: between two rules a row reads on.
        (
            (
                "____________\n| Атауы | Коды\n|______|______\n|Сары май, басқалары, | 0405\n"
                "|сүт пасталары |\n|______|______\n"
            ),
            [[["Атауы", "Коды"], ["Сары май, басқалары, сүт пасталары", "0405"]]],
        ),
        (
            "Аты | Саны\n____________\nАқмола | 5\nАлматы | 6\n____________\n",
            [[["Аты", "Саны"], ["Ақмола", "5"], ["Алматы", "6"]]],
        ),
        ("| а | б |\n|---|---|\n| 1 | 2 |\n", [[["а", "б"], ["1", "2"]]]),
    ],
)
def test_tables(source: str, expected: list[object]) -> None:
    assert layout(source) == expected


def test_a_joined_row_is_printed_whole() -> None:
    source = "№\tІс-шара\tа\n5\tТізбе бар ма?\t\n\tҚызмет алқалы\t\n\n6\tоргандардың отырыстары\t\n"
    document = read(source)
    row = next(document.tables()).rows[2]
    number, words, _ = row.cells
    assert document.printed(number.start, number.stop) == "6"
    assert (
        document.printed(words.start, words.stop) == "Қызмет алқалы\t\n\n6\tоргандардың отырыстары"
    )
