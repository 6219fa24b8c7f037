"""The column that says how often and the column that says by when, read together."""

from __future__ import annotations

import pytest

import lexparse
from lexparse.grammar.deadline import find, find_in_cell
from lexparse.grammar.periodicity import combine
from lexparse.records import Deadline

QUARTERS = "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"
PLAN = """\
Қазақстан Республикасы Әділет министрінің 2016 жылғы 5 мамырдағы № 5 бұйрығы

Осы бұйрыққа қоса беріліп отырған іс-шаралар жоспары бекітілсін.

Іс-шаралар жоспары

| № | Іс-шараның атауы | Кезеңділігі | Орындау мерзімі | Жауапты орындаушы |
|---|---|---|---|---|
| 1 | Есеп беру | Тоқсан сайын | Келесі айдың 10-на | Заңнама департаменті |
| 2 | Тізім жасау | Ай сайын | қажеттілігіне қарай | Заңнама департаменті |
| 3 | Кеңес беру | | - | Заңнама департаменті |
"""


def read(period: str, term: str, year: int | None = None) -> Deadline:
    return combine(find_in_cell(period)[0], find_in_cell(term, year=year)[0])


@pytest.mark.parametrize(
    ("period", "term", "rule"),
    [
        ("Ай сайын", "Келесі айдың 10-на", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("Екі айда 1 рет", "айдың 10-на", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10"),
        ("Тоқсан сайын", "Есептік кезеңнен кейінгі келесі айдың 10-на дейін", QUARTERS),
        ("тоқсандық", "Келесі айдың 10- на", QUARTERS),
        (
            "Тоқсан сайын",
            "жоспарланатын кезеңнің алдындағы айдың 20-на дейін",
            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
        ),
        ("Жарты жылда 1 рет", "айдың 15-не", "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15"),
        ("Жыл сайын", "15 қаңтарға дейін", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
        ("Жыл сайын", "15 қантарға", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
        ("Жыл сайын", "қаңтардың 15-іне дейін", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
        ("Жылына 2 рет", "25 шілде", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=25"),
        ("Үш жылда 1 рет", "1 ақпан", "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=1"),
        ("Жыл сайын", "Келесі жылғы қараша", "FREQ=YEARLY;BYMONTH=11"),
        ("Жыл сайын", "IV тоқсан", "FREQ=YEARLY;BYMONTH=12"),
        ("Жыл сайын", "қазан айына дейін", "FREQ=YEARLY;BYMONTH=9"),
        ("Жыл сайын", "қазан айының соңына дейін", "FREQ=YEARLY;BYMONTH=10"),
        ("Жыл сайын", "жыл соңына дейін", "FREQ=YEARLY;BYMONTH=12"),
    ],
)
def test_a_term_takes_the_recurrence_of_its_period(period: str, term: str, rule: str) -> None:
    """The rule holds both; no single day is due."""
    read_together = read(period, term, year=2016)
    assert (read_together.kind, read_together.rrule) == ("recurring", rule)
    assert read_together.due is None


def test_a_term_keeps_its_words_and_bound() -> None:
    """What is quoted is the term: the period stands in a cell of its own."""
    term = read("Ай сайын", "Келесі айдың 10-на")
    assert (term.text, term.bound) == ("Келесі айдың 10-на", "by")


def test_a_count_from_an_event_recurs() -> None:
    """Ten days after each quarter are a count still."""
    term = read("Тоқсан сайын", "Тоқсан аяқталғаннан кейін 10 күн")
    assert (term.kind, term.amount, term.unit) == ("relative", 10, "calendar_day")
    assert term.rrule == "FREQ=MONTHLY;INTERVAL=3"


@pytest.mark.parametrize(
    ("period", "term"),
    [
        ("Тұрақты", "Порталмен ықпалдастыруды іске асырғаннан кейін"),
        ("5 жыл", "2016 жылғы қазан айы"),
        ("Жыл сайын", "2016 жылғы 15 қаңтарға дейін"),
        ("Жыл сайын", "Есептік жылдың 25 желтоқсанына"),
        ("Апта сайын", "Келесі айдың 10-на"),
        ("Ай сайын", "мамыр-тамыз айлары"),
    ],
)
def test_a_term_is_left_as_it_is(period: str, term: str) -> None:
    """A period without a turn adds nothing; a stated year or a rule of its own stands."""
    assert read(period, term) == find_in_cell(term)[0]


def test_a_period_says_more_than_all_the_time() -> None:
    """``Ай сайын`` beside ``Тұрақты`` is each month."""
    assert read("Ай сайын", "Тұрақты").rrule == "FREQ=MONTHLY"


def test_the_rows_of_a_plan_are_read_with_both_columns() -> None:
    """A cell of the deadline column that is not read is said, a dash is not."""
    parse = lexparse.parse(PLAN.encode(), "plan.md")
    rules = [[one.deadline and one.deadline.rrule for one in t.milestones] for t in parse.tasks]
    assert rules == [[QUARTERS], ["FREQ=MONTHLY"], []]
    unread = [one for one in parse.findings if one.code == "deadline-not-read"]
    assert [one.message for one in unread] == [
        "Row 2: no deadline was read in «қажеттілігіне қарай»."
    ]


@pytest.mark.parametrize(
    ("ahead", "rule"),
    [
        ("9. Жұмыс тоқсан сайын талданады.\n", QUARTERS),
        ("9. Жұмыс жартыжылдықта бір рет талданады.\n", QUARTERS.replace("1,4,7,10", "1,7")),
        ("8. Жұмыс тоқсан сайын талданады.\n9. ", None),
        ("1) жұмыс тоқсан сайын талданады;\n2) ", None),
        ("Жұмыс тоқсан сайын талданады.\n", None),
    ],
)
def test_the_line_above_names_the_period_within_one_unit(ahead: str, rule: str | None) -> None:
    """A paragraph's second line goes on from its first; another number is another matter."""
    line = "Талдау есептік кезеңнен кейінгі айдың 10-күніне жолданады."
    found = find(ahead + line, len(ahead))
    assert [one.rrule for one in found] == [rule]
