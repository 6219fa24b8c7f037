from __future__ import annotations

from lexparse.compare import Change, Place, compare
from lexparse.records import Modification, Parse, Target
from tests.compare.drafts import drafted

REPORT = "Қаржы министрлігі 2026 жылғы 1 мамырға дейін есеп берсін."
PLAN = "Әділет министрлігі жыл сайын қызмет жоспарын бекітсін."
CONTROL = "Осы қаулының орындалуын бақылау Үкімет Аппаратына жүктелсін."
FORCE = "Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі."


def eid(place: Place | None) -> str | None:
    return place.eid if place else None


def changes(old: Parse, new: Parse) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, eid(one.old), eid(one.new)) for one in compare(old, new).changes]


def only(old: Parse, new: Parse) -> Change:
    (one,) = compare(old, new).changes
    return one


def test_a_paragraph_put_in_between_renumbers_those_behind_it_in_one_change() -> None:
    old = drafted(f"1. {REPORT}", f"2. {CONTROL}", f"3. {FORCE}")
    new = drafted(f"1. {REPORT}", f"2. {PLAN}", f"3. {CONTROL}", f"4. {FORCE}")
    assert changes(old, new) == [("inserted", None, "para_2"), ("renumbered", "para_2", "para_3")]
    through = compare(old, new).changes[1].through
    assert through
    assert [place.eid for place in through] == ["para_3", "para_4"]


def test_a_compound_number_leaves_the_others_their_numbers() -> None:
    old = drafted(f"1. {REPORT}", f"2. {CONTROL}")
    new = drafted(f"1. {REPORT}", f"1-1. {PLAN}", f"2. {CONTROL}")
    assert changes(old, new) == [("inserted", None, "para_1-1")]


def test_a_paragraph_set_elsewhere_is_moved_and_not_deleted() -> None:
    old = drafted(f"1. {REPORT}", f"2. {PLAN}", f"3. {CONTROL}")
    new = drafted(f"1. {PLAN}", f"2. {CONTROL}", f"3. {REPORT}")
    kinds = [kind for kind, _, _ in changes(old, new)]
    assert kinds == ["renumbered", "moved"]


def test_rows_of_much_the_same_words_in_another_order_are_moved_and_not_reworded() -> None:
    bodies = "Қаржы Әділет Экономика Энергетика Еңбек".split()
    lines = [f"{body} министрлігі белгіленген тәртіппен есеп берсін." for body in bodies]
    old = drafted(*(f"{at}. {line}" for at, line in enumerate(lines, 1)))
    new = drafted(*(f"{at}. {line}" for at, line in enumerate(reversed(lines), 1)))
    assert {one.kind for one in compare(old, new).changes} == {"moved", "renumbered"}


def test_a_subparagraph_under_another_paragraph_is_moved() -> None:
    first, second = f"1. {PLAN[:-1]}:", f"2. {CONTROL[:-1]}:"
    one, two = "есеп берсін", "тізбе жасасын"
    old = drafted(first, f"1) {one};", f"2) {two}.", second, "1) бақылау жүргізсін.")
    new = drafted(first, f"1) {one};", second, f"1) {two}.", "2) бақылау жүргізсін.")
    assert ("moved", "para_1__subpara_2", "para_2__subpara_1") in changes(old, new)


def test_a_new_edition_of_a_numbered_paragraph_is_one_change() -> None:
    old = drafted(f"1. {REPORT}", "2. <*>")
    new = drafted(f"1. {REPORT}", f"2. {FORCE}")
    assert changes(old, new) == [("changed", "para_2", "para_2")]


def test_an_unnumbered_line_put_in_between_renumbers_nothing() -> None:
    old = drafted("1. Мыналар:", "бірінші жол;", "екінші жол.")
    new = drafted("1. Мыналар:", "жаңа сөз;", "бірінші жол;", "екінші жол.")
    assert [kind for kind, _, _ in changes(old, new)] == ["inserted"]


def test_words_are_told_with_their_spans() -> None:
    one = only(drafted(f"1. {REPORT}"), drafted(f"1. {REPORT.replace('1 мамырға', '15 маусымға')}"))
    assert [(word.old, word.new) for word in one.words] == [("1 мамырға", "15 маусымға")]


def test_quotes_and_capitals_are_a_change_of_print_only() -> None:
    one = only(drafted("1. «Заң» қолданылсын."), drafted('1. "ЗАҢ" қолданылсын.'))
    assert one.printed
    assert not only(drafted("1. 5 күн."), drafted("1. 6 күн.")).printed


def test_a_note_names_the_act_that_changed_its_paragraph() -> None:
    note = "Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 27.03.2020 № 143 қаулысымен."
    new = drafted(f"1. {REPORT.replace('есеп', 'қорытынды')}", note, f"2. {CONTROL}")
    one = compare(drafted(f"1. {REPORT}", f"2. {CONTROL}"), new).changes[0]
    assert [(by.date, by.number) for by in one.by] == [("2020-03-27", "143")]


def test_a_command_is_the_cause_of_what_it_names() -> None:
    command = Modification(action="replacement", target=Target(path=("para_1",)))
    old, new = drafted(f"1. {REPORT}"), drafted(f"1. {REPORT.replace('1 мамыр', '2 мамыр')}")
    compared = compare(old, new, [command])
    assert compared.changes[0].cause is command
    assert all(duty.cause is command for duty in compared.duties)
