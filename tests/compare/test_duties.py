from __future__ import annotations

import pytest

from lexparse.compare import DutyChange, compare
from lexparse.compare.deadlines import days_between
from lexparse.compare.duties import duty_changes
from lexparse.records import Act, Deadline, Milestone, Parse, Responsible, Task
from tests.compare.drafts import drafted, plan


def task(
    *bodies: str,
    due: str | None = "2026-05-01",
    text: str = "есеп беру",
    eid: str = "para_1",
    deliverable: str | None = None,
) -> Task:
    deadline = Deadline(text=due, kind="date", due=due, bound="by") if due else None
    milestones = (Milestone(deadline=deadline, deliverable=deliverable),)
    who = tuple(
        Responsible(text=one, kind="organ", name=one, lead=not at) for at, one in enumerate(bodies)
    )
    return Task(num="1", kind="duty", text=text, eid=eid, milestones=milestones, responsible=who)


def duties(old: list[Task], new: list[Task]) -> list[DutyChange]:
    return duty_changes(Parse(act=Act(), tasks=tuple(old)), Parse(act=Act(), tasks=tuple(new)))


def told(old: Task, new: Task) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.before, one.after) for one in duties([old], [new])]


def test_a_deadline_moves_by_days() -> None:
    (one,) = duties([task("ҚМ")], [task("ҚМ", due="2026-04-01")])
    assert (one.kind, one.days) == ("deadline_moved", -30)


@pytest.mark.parametrize(
    ("unit", "days"), [("calendar_day", 5), ("week", 35), ("working_day", None), ("month", None)]
)
def test_only_calendar_days_are_counted_as_days(unit: str, days: int | None) -> None:
    one, two = (
        Deadline(text="", kind="relative", amount=amount, unit=unit, anchor="signing")  # type: ignore[arg-type]
        for amount in (5, 10)
    )
    assert days_between(one, two) == days


def test_a_deadline_of_another_kind_is_told_with_its_days() -> None:
    month = Deadline(text="2026 жылғы мамыр", kind="month", due="2026-05-31", bound="within")
    new = Task(num="1", kind="duty", text="есеп беру", eid="para_1",
               milestones=(Milestone(deadline=month),))  # fmt: skip
    assert told(task(), new) == [
        ("deadline_moved", "2026-05-01", "2026-05-31"),
        ("deadline_kind_changed", "date", "month"),
    ]


def test_bodies_are_gained_and_lost_and_the_lead_goes_over() -> None:
    assert told(task("ҚМ", "ӘМ"), task("ІІМ", "ӘМ")) == [
        ("body_lost", "ҚМ", None),
        ("body_gained", None, "ІІМ"),
        ("lead_changed", "ҚМ", "ІІМ"),
    ]


def test_the_same_bodies_in_another_order_change_the_lead_alone() -> None:
    assert told(task("ҚМ", "ӘМ"), task("ӘМ", "ҚМ")) == [("lead_changed", "ҚМ", "ӘМ")]


def test_a_deliverable_changes_while_its_deadline_stays() -> None:
    found = told(task(deliverable="бұйрық"), task(deliverable="қаулы"))
    assert found == [("deliverable_changed", "бұйрық", "қаулы")]


def test_a_second_deadline_is_added() -> None:
    first = Milestone(deadline=Deadline(text="", kind="date", due="2026-05-01", bound="by"))
    second = Milestone(deadline=Deadline(text="", kind="date", due="2026-09-01", bound="by"))
    old = Task(num="1", kind="duty", text="есеп", eid="para_1", milestones=(first,))
    new = Task(num="1", kind="duty", text="есеп", eid="para_1", milestones=(second, first))
    assert told(old, new) == [("deadline_added", None, "2026-09-01")]


def test_a_task_is_followed_by_its_wording_when_its_unit_is_another() -> None:
    assert duties([task("ҚМ")], [task("ҚМ", eid="para_7")]) == []


def test_two_tasks_of_one_unit_are_told_apart_by_their_wording() -> None:
    old = [task("ҚМ", text="есеп беру"), task("ӘМ", text="жоспар бекіту")]
    new = [task("ӘМ", text="жоспар бекіту"), task("ҚМ", text="есеп беру", due="2026-05-03")]
    assert [(one.kind, one.days) for one in duties(old, new)] == [("deadline_moved", 2)]


def test_a_row_that_moved_down_keeps_its_task() -> None:
    first = ("1.", "тізбе жасау", "тізбе", "Қаржымині", "2026 жылғы мамыр")
    second = ("2.", "заң жобасын әзірлеу", "заң", "Әділетмині", "2026 жылғы қазан")
    come = ("1.", "талдау жүргізу", "талдау", "ІІМ", "2026 жылғы шілде")
    later = ("3.", *second[1:4], "2026 жылғы желтоқсан")
    old, new = plan(first, second), plan(come, ("2.", *first[1:]), later)
    found = [(one.kind, one.num, one.days) for one in compare(old, new).duties]
    assert found == [("task_added", "1", None), ("deadline_moved", "3", 61)]


def test_every_duty_change_names_its_places() -> None:
    old = drafted("1. Қаржы министрлігі 2026 жылғы 1 мамырға дейін есеп берсін.")
    new = drafted("1. Әділет министрлігі 2026 жылғы 9 мамырға дейін есеп берсін.")
    found = compare(old, new).duties
    assert {one.kind for one in found} >= {"deadline_moved", "body_lost", "body_gained"}
    assert all(one.old and one.new and one.old.stop > one.old.start for one in found)
