"""The command ``apply``: what it prints, what it says of the rest, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lexparse
from lexparse.cli import main

PAIR = Path("corpora/amendments/reconstruction-274-236")
BASE, AMENDING = str(PAIR / "base.txt"), str(PAIR / "amending.txt")
SEED = "corpora/seeds/000/act.txt"


def test_text_is_the_whole_new_wording(capsys: pytest.CaptureFixture[str]) -> None:
    """Rows have their cells parted by a tab, a bar and a tab; exit 0 when all was carried out."""
    assert main(["apply", BASE, AMENDING, "--format", "text"]) == 0
    out, err = capsys.readouterr()
    assert "\n22.\t|\t" in out
    assert "Қазақстан Республикасы Үкіметінің Аппаратына жүктелсін." in out
    assert err == "8 of 8 commands carried out\n"


def test_the_text_reads_back_as_the_same_act(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed may be kept and read again: the same units, the same duties."""
    assert main(["apply", BASE, AMENDING, "--format", "text"]) == 0
    kept = tmp_path / "plan.txt"
    kept.write_text(capsys.readouterr().out, "utf-8")
    again, seed = lexparse.parse(kept), lexparse.parse(Path(SEED))
    assert [task.eid for task in again.tasks] == [task.eid for task in seed.tasks]
    assert again.act.number == "274"


def test_json_gives_records_outcomes_and_duties(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["apply", BASE, AMENDING]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["act"]["number"] == "274"
    assert {one["state"] for one in told["outcomes"]} == {"applied"}
    assert {one["by"]["number"] for one in told["outcomes"]} == {"236"}
    moved = [one for one in told["duties"] if one["kind"] == "deadline_moved"]
    assert {one["num"] for one in moved} == {"22", "23", "24", "25", "26"}
    assert all(one["cause"]["new"] for one in moved)
    assert all(told["text"][one["start"] : one["stop"]].strip() for one in told["passages"])


def test_what_hangs_on_an_unknown_date_is_pending(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["apply", BASE, AMENDING, "--as-of", "2024-01-01", "--format", "text"]) == 3
    out, err = capsys.readouterr()
    assert "Премьер-Министрінің Кеңсесіне жүктелсін." in out
    assert err.count("pending: № 236: date-pending") == 8
    assert err.endswith("0 of 8 commands carried out\n")


def test_a_given_publication_settles_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--published", "236=2023-03-28", "--format", "text"]
    assert main(["apply", BASE, AMENDING, "--as-of", "2023-04-07", *given]) == 3
    assert "not-in-force" in capsys.readouterr().err
    assert main(["apply", BASE, AMENDING, "--as-of", "2023-04-08", *given]) == 0


def test_the_official_text_is_a_witness(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["apply", BASE, AMENDING, "--official", SEED]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["reconciliation"]["agreed"] == 8
    assert "official text: agrees on 8 commands, 0 disagreements" in err


def test_applying_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The consolidated text's own notes say that № 236 is in it already."""
    assert main(["apply", SEED, AMENDING, "--format", "text"]) == 0
    once = capsys.readouterr().out
    assert main(["parse", SEED, "--format", "text"]) == 0
    assert capsys.readouterr().out == once.replace("\n\n", "\n")


def test_an_act_that_commands_nothing_here_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    other = "corpora/constructed/amending-resolution-two-tasks-2023/act.md"
    assert main(["apply", BASE, other, "--format", "text"]) == 3
    assert f"{other}: commands nothing of this act" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([BASE, "missing.txt"], "missing.txt cannot be opened"),
        ([BASE, AMENDING, "--as-of", "yesterday"], "yesterday is no date"),
        ([BASE, AMENDING, "--published", "236"], "is no NUMBER=DATE"),
        ([BASE, AMENDING, "--published", "7=2023-03-28"], "no amending act bears the number 7"),
        ([BASE, AMENDING, "--published", "236=28.03.2023"], "is no date"),
        (["-", "-"], "standard input holds one act"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["apply", *arguments]) == 1
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_compare_names_the_commands_as_causes(capsys: pytest.CaptureFixture[str]) -> None:
    """`--by` gives the amending act whose commands asked for the changes."""
    assert main(["compare", BASE, str(PAIR / "expected.txt"), "--by", AMENDING]) == 0
    told = json.loads(capsys.readouterr().out)
    moved = [one for one in told["duties"] if one["kind"] == "deadline_moved"]
    assert moved
    assert all(one["cause"]["operation"] == "new_edition" for one in moved)
