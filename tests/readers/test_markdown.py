"""Markdown: mark-up becomes roles, tables and parts; the words stay as printed."""

from __future__ import annotations

import pytest

from lexparse.readers import read
from lexparse.readers.markdown import is_markdown
from tests.readers.layout import layout


def lines(source: str) -> list[tuple[str, str, int]]:
    document = read(source)
    assert document.media_type == "text/markdown"
    return [(document.text[x.start : x.stop], x.role, x.part) for x in document.lines()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Жоспар туралы\n", ("Жоспар туралы", "heading")),
        (
            "> *Ескерту. Күші жойылды - қаулысымен.*\n",
            ("Ескерту. Күші жойылды - қаулысымен.", "quote"),
        ),
        ("> *Ескерту: <*> әрі қарай*\n", ("Ескерту: <*> әрі қарай", "quote")),
        ("**Ә. Смайылов**\n", ("Ә. Смайылов", "bold")),
        ("# т\n\n*Президенті*\n", ("Президенті", "italic")),
        ("1\\. Осы **бұйрық** бекітілсін\\.\n", ("1. Осы бұйрық бекітілсін.", "body")),
        ("2\\) &quot;Жоспар&quot;&nbsp;&#8211; тізбе\n", ('2) "Жоспар" - тізбе', "body")),
        ("# т\n\n12. Кеңес <*>\n", ("12. Кеңес <*>", "body")),
        ("# т\n\n<p>1. Осы <b>бұйрық</b></p>\n", ("1. Осы бұйрық", "body")),
        ("# т\n\n* - бір автокөлік\n", ("* - бір автокөлік", "body")),
        ("# т\n\n(N 2 қосымша)*.\n", ("(№ 2 қосымша)*.", "body")),
        ("# т\n\nN 665 P960665_ қаулысы\n", ("№ 665 P960665_ қаулысы", "body")),
    ],
)
def test_mark_up_becomes_a_role(source: str, expected: tuple[str, str]) -> None:
    assert lines(source)[-1][:2] == expected


def test_a_quote_is_one_part_and_hard_breaks_keep_its_lines() -> None:
    found = lines(
        "> *Қазақстан Республикасы*  \n> *Үкіметінің*  \n> *№ 5 қаулысына*\n\n> *бекітілген*\n"
    )
    assert [words for words, _, _ in found] == [
        "Қазақстан Республикасы",
        "Үкіметінің",
        "№ 5 қаулысына",
        "бекітілген",
    ]
    assert len({part for _, _, part in found[:3]}) == 1
    assert found[3][2] != found[0][2]


def test_a_quote_without_hard_breaks_is_one_line() -> None:
    assert layout("> Ескерту. Құрам\n> өзгерді - ҚР\n> Президентінің жарлығымен.\n") == [
        "Ескерту. Құрам өзгерді - ҚР Президентінің жарлығымен."
    ]


def test_anchors_are_dropped_and_indentation_is_kept() -> None:
    document = read('# т\n\n<a id="p1"></a>\n\n1. Әкімдер:\n\n   - өткізсін;\n')
    assert document.text == "т\n1. Әкімдер:\n- өткізсін;\n"
    assert [line.indent for line in document.lines()] == [0, 0, 3]


def test_a_fence_that_goes_on_with_a_sentence_is_joined() -> None:
    source = (
        "5. Қазақстан Республикасының Қаржы министрлігі 2000 жылға\n\n```\n"
        "арналған республикалық бюджетті жасау кезінде орман өсіру жұмыстарын\n"
        "жүргізуге қажетті қаражат көздесін.\n"
        "6. Осы қаулының орындалуын бақылау Қазақстан Республикасының Ауыл\n"
        "шаруашылығы министрлігіне жүктелсін.\n"
        "Қазақстан Республикасының\nПремьер-Министрі\n```\n"
    )
    found = lines(source)
    assert [(words[:9], role) for words, role, _ in found] == [
        ("5. Қазақс", "body"),
        ("6. Осы қа", "code"),
        ("Қазақстан", "code"),
        ("Премьер-М", "code"),
    ]
    assert found[0][0].endswith("2000 жылға арналған республикалық бюджетті жасау кезінде орман "
                                "өсіру жұмыстарын жүргізуге қажетті қаражат көздесін.")  # fmt: skip
    assert len({part for _, _, part in found[1:]}) == 1


def test_a_link_code_inside_a_sentence_does_not_cut_it() -> None:
    source = '# т\n\n```\nот 22 января 1999 года N 6\n\nU990006_\n\n"О структуре"\n```\n\nКонец.\n'
    assert layout(source)[1] == 'от 22 января 1999 года № 6 U990006_ "О структуре"'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            (
                "<table>\n<tr>\n<td>№</td>\n<td>\nа\nб\n</td>\n</tr>\n"
                '<tr><td colspan="2">&quot;в&quot; <b>г</b></td></tr>\n</table>\n'
            ),
            [[["№", "а б"], ['"в" г']]],
        ),
        ("<table><tr><td>а<tr><td>б</table>соңы", [[["а"], ["б"]], "соңы"]),
        ("<table><caption>Атау</caption><tr><td>а</td></tr></table>", [[["Атау"], ["а"]]]),
        ("<table><tr><td>а<table><tr><td>ә</td></tr></table>б</td></tr></table>", [[["а ә б"]]]),
        ("<table><tr><td>а</td>\n\nКейінгі сөз\n", [[["а"]], "Кейінгі сөз"]),
        ("«\n\n<table><tr><td>1 < 2</td></tr></table>\n\n».\n", ["«", [["1 < 2"]], "»."]),
        ("<td>1.</td>\n<td>Бақылау</td>\n</tr>\n\nСоңы\n", [[["1.", "Бақылау"]], "Соңы"]),
    ],
)
def test_html_tables(source: str, expected: list[object]) -> None:
    assert layout(source) == expected


def test_merged_cells_move_the_columns_below() -> None:
    document = read(
        '<table><tr><th rowspan="2">а</th><th colspan="2">б</th><th>в</th></tr>'
        "<tr><td>г</td><td>ғ</td><td>д</td></tr><tr><td>е</td></tr></table>"
    )
    rows = next(document.tables()).rows
    assert [row.header for row in rows] == [True, False, False]
    assert [[cell.column for cell in row.cells] for row in rows] == [[1, 2, 4], [2, 3, 4], [1]]
    assert (rows[0].cells[0].rowspan, rows[0].cells[1].colspan) == (2, 2)


def test_an_entity_is_printed_whole() -> None:
    document = read("# &quot;Жоспар&quot; туралы\n")
    assert document.text == '"Жоспар" туралы\n'
    assert document.printed(0, 8) == "&quot;Жоспар&quot;"


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("# Тақырып\n", True),
        ("1\\. Осы\n", True),
        ("<td>а</td>\n", True),
        ("> Ескерту\n", True),
        ("1. Осы бұйрық\n- тізбе\n*қолы*\n", False),
        ("а < б > в # г\n", False),
        ("№\t|\tАты\n", False),
    ],
)
def test_markdown_is_told_from_plain_text(source: str, markdown: bool) -> None:
    assert is_markdown(source) is markdown
