"""Acts in time: force that hangs on publication, in part, suspended; amenders repealed."""

from __future__ import annotations

from pathlib import Path

import lexparse
from lexparse.amend.application import Application
from lexparse.amend.consolidation import consolidate
from lexparse.amend.version import Version

PAIR = Path("corpora/amendments/reconstruction-274-236")
HEAD = "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:"
BASE = "Қазақстан Республикасы Үкіметінің 2019 жылғы 3 шілдедегі № 478 қаулысы"
FORCE = "Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі."
LATER = (
    "Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
    "қолданысқа енгізіледі."
)


def version(*lines: str) -> Version:
    return Version.of(lexparse.read("\n\n".join(lines).encode()))


def base() -> Version:
    return version(
        BASE,
        "Су туралы",
        HEAD,
        "1. Есеп берілсін.",
        "2. Жоспар бекітілсін.",
        "3. Көлдер тазалансын.",
    )


def amending(number: int, day: str, *commands: str, force: str = FORCE) -> Version:
    """Return an act that amends the base by ``commands``, or commands otherwise."""
    lines = [f"1. {BASE}на мынадай өзгерістер енгізілсін:", *commands]
    return ordering(number, day, *lines, f"2. {force}")


def ordering(number: int, day: str, *paragraphs: str) -> Version:
    own = f"Қазақстан Республикасы Үкіметінің {day} № {number} қаулысы"
    return version(own, "Өзгерістер енгізу туралы", HEAD, *paragraphs)


def reworded(paragraph: int, words: str) -> str:
    return f"{paragraph}-тармақ мынадай редакцияда жазылсын:\n\n«{paragraph}. {words}»;"


def applied(
    acts: list[Version], as_of: str | None = None, published: dict[str, str] | None = None
) -> Application:
    return consolidate(base(), acts, as_of, published, proposed=True)


def states(found: Application) -> list[tuple[str, str | None]]:
    return [(one.state, one.reason) for one in found.outcomes]


def test_the_story_of_236_in_time() -> None:
    """Signed on 17 March, published on 28 March: in force from 8 April 2023."""
    acts = [Version.of(lexparse.read(PAIR / name)) for name in ("base.txt", "amending.txt")]
    day = {"236": "2023-03-28"}
    before = consolidate(acts[0], acts[1:], "2023-04-07", day)
    assert {one.reason for one in before.outcomes} == {"not-in-force"}
    assert before.version.text == acts[0].text
    assert {one.effect.since for one in before.outcomes} == {"2023-04-08"}
    assert consolidate(acts[0], acts[1:], "2023-04-08", day).complete
    unknown = consolidate(acts[0], acts[1:], "2026-01-01")
    assert {one.reason for one in unknown.outcomes} == {"date-pending"}
    assert unknown.version.text == acts[0].text


def test_without_a_day_everything_that_will_be_in_force_is_carried_out() -> None:
    found = applied([amending(5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа."), force=LATER)])
    assert found.complete
    assert "1. Жаңа." in found.version.text


def test_units_take_effect_at_times_of_their_own() -> None:
    """What the force clause puts off waits; the rest does not."""
    part = "осы қаулының 1-тармағының 2) тармақшасы 2024 жылғы 1 қаңтардан бастап"
    force = f"{FORCE[:-1]}, бұл ретте {part} қолданысқа енгізіледі."
    act = amending(
        5, "2020 жылғы 3 наурыздағы", f"1) {reworded(1, 'Жаңа.')}", f"2) {reworded(2, 'Кейін.')}",
        force=force,
    )  # fmt: skip
    assert states(applied([act], "2023-12-31")) == [("applied", None), ("pending", "not-in-force")]
    assert applied([act], "2024-01-01").complete


def test_a_part_that_is_left_out_and_given_no_day_is_pending() -> None:
    force = f"Осы қаулы, 1-тармақтың 2) тармақшасын қоспағанда, {FORCE[10:]}"
    act = amending(
        5, "2020 жылғы 3 наурыздағы", f"1) {reworded(1, 'Жаңа.')}", f"2) {reworded(2, 'Кейін.')}",
        force=force,
    )  # fmt: skip
    assert states(applied([act], "2030-01-01")) == [("applied", None), ("pending", "date-pending")]


def test_of_two_acts_of_one_day_the_higher_number_comes_last() -> None:
    """Both speak of the paragraph; the wording of № 12 stands, though № 9 was given later."""
    nine = amending(9, "2020 жылғы 3 наурыздағы", reworded(1, "Тоғыз."))
    twelve = amending(12, "2020 жылғы 3 наурыздағы", reworded(1, "Он екі."))
    for acts in ([nine, twelve], [twelve, nine]):
        assert "1. Он екі." in applied(acts).version.text


def test_an_act_in_force_later_comes_later_though_it_was_adopted_first() -> None:
    late = amending(
        5, "2020 жылғы 3 наурыздағы", reworded(1, "Кейінгі."),
        force="Осы қаулы 2021 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
    )  # fmt: skip
    soon = amending(8, "2020 жылғы 5 мамырдағы", reworded(1, "Ертерек."))
    assert "1. Кейінгі." in applied([late, soon]).version.text
    assert "1. Ертерек." in applied([late, soon], "2020-12-31").version.text


def test_repeal_of_an_amending_act_does_not_bring_the_old_wording_back() -> None:
    act = amending(5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа."))
    end = ordering(
        7, "2021 жылғы 4 мамырдағы",
        "1. Қазақстан Республикасы Үкіметінің 2020 жылғы 3 наурыздағы № 5 қаулысының күші жойылды "
        "деп танылсын.",
        f"2. {FORCE}",
    )  # fmt: skip
    found = applied([end, act])
    assert "1. Жаңа." in found.version.text
    assert found.complete


def test_an_amending_act_repealed_before_its_force_changes_nothing() -> None:
    act = amending(
        5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа."),
        force="Осы қаулы 2022 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
    )  # fmt: skip
    end = ordering(
        7, "2021 жылғы 4 мамырдағы",
        "1. Қазақстан Республикасы Үкіметінің 2020 жылғы 3 наурыздағы № 5 қаулысының күші жойылды "
        "деп танылсын.",
        f"2. {FORCE}",
    )  # fmt: skip
    found = applied([act, end])
    assert found.version.text == base().text
    assert ("unresolved", "lost-force") in states(found)


def test_an_amended_amender_takes_effect_as_amended() -> None:
    act = amending(
        5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа есеп."),
        force="Осы қаулы 2022 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
    )  # fmt: skip
    other = ordering(
        7, "2021 жылғы 4 мамырдағы",
        "1. Қазақстан Республикасы Үкіметінің 2020 жылғы 3 наурыздағы № 5 қаулысының "
        "1-тармағындағы «Жаңа есеп» деген сөздер «Басқа есеп» деген сөздермен ауыстырылсын.",
        f"2. {FORCE}",
    )  # fmt: skip
    assert "1. Басқа есеп." in applied([act, other]).version.text


def test_a_suspension_keeps_the_wording_and_says_its_days() -> None:
    act = ordering(
        5, "2020 жылғы 3 наурыздағы",
        f"1. {BASE} 2-тармағының қолданысы 2020 жылғы 1 мамырдан бастап 2021 жылғы 1 мамырға дейін "
        "тоқтатыла тұрсын.",
        f"2. {FORCE}",
    )  # fmt: skip
    found = applied([act])
    (one,) = found.version.suspensions
    assert (one.eid, one.since, one.until) == ("para_2", "2020-05-01", "2021-05-01")
    assert one.covers("2020-05-01")
    assert not one.covers("2021-05-01")
    assert found.version.text == base().text


def test_nothing_is_carried_out_on_an_act_that_has_lost_force() -> None:
    end = ordering(
        4, "2020 жылғы 1 наурыздағы", f"1. {BASE}ның күші жойылды деп танылсын.", f"2. {FORCE}"
    )
    act = amending(5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа."))
    found = applied([end, act])
    assert found.version.parse.act.status == "repealed"
    assert states(found) == [("applied", None), ("unresolved", "lost-force")]


def test_nothing_is_put_into_a_unit_that_the_same_act_deletes() -> None:
    """A sibling may come behind a unit that goes; a part of that unit contradicts it."""
    gone = "1) 2-тармақ алып тасталсын;"
    part = "2) 2-тармақ мынадай мазмұндағы екінші бөлікпен толықтырылсын:\n\n«Жоспар жарияланады.»;"
    found = applied([amending(5, "2020 жылғы 3 наурыздағы", gone, part)])
    assert states(found) == [("unresolved", "contradictory")] * 2
    assert found.version.text == base().text
    sibling = "2) мынадай мазмұндағы 2-1-тармақпен толықтырылсын:\n\n«2-1. Жоспар жарияланады.»;"
    assert applied([amending(5, "2020 жылғы 3 наурыздағы", gone, sibling)]).complete


def test_every_character_put_in_names_its_act() -> None:
    """Passages say which act put which characters there, and where they stand in it."""
    act = amending(5, "2020 жылғы 3 наурыздағы", reworded(1, "Жаңа."))
    found = applied([act]).version
    (one,) = found.passages
    assert found.text[one.start : one.stop] == "1. Жаңа."
    assert one.by == act.parse.act.id
    assert act.text[one.at or 0 :].startswith("1. Жаңа.")
