"""The official text as a witness: what it says otherwise is named, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

import lexparse
from lexparse.amend.bilingual import disagreeing
from lexparse.amend.reconciliation import Disagreement, Reconciliation, reconcile
from lexparse.amend.version import Version
from lexparse.evaluation.annotation import acts_folder

PAIR = Path("corpora/amendments/reconstruction-274-236")
SEED = Path("corpora/seeds/000/act.txt")
ACTS = acts_folder()


def version(source: Path | str) -> Version:
    return Version.of(lexparse.read(source if isinstance(source, Path) else source.encode()))


BASE, AMENDING, OFFICIAL = version(PAIR / "base.txt"), version(PAIR / "amending.txt"), version(SEED)


def kinds(found: Reconciliation) -> set[str]:
    return {one.kind for one in found.disagreements}


def of(found: Reconciliation, eid: str) -> Disagreement:
    return next(one for one in found.disagreements if one.eid == eid)


def test_commands_and_official_text_agree() -> None:
    """№ 236 applied to № 274 gives the text that the official database shows."""
    found = reconcile(BASE, [AMENDING], OFFICIAL)
    assert (found.agreed, found.disagreements, found.missing) == (8, (), ())


def test_a_note_without_rows_yields_the_rows_that_were_changed() -> None:
    """The plan's note names no row; the commands, or the earlier edition, say which."""
    (told,) = reconcile(BASE, [AMENDING], OFFICIAL).hypotheses
    rows = [eid for eid, why in told.rows if "legend" not in eid]
    assert rows == [f"att_1__row_{n}" for n in range(22, 27)]
    (guessed,) = reconcile(BASE, [], OFFICIAL).hypotheses
    assert dict(guessed.rows)["att_1__row_24"] == "its wording differs from the earlier edition"


def test_the_consolidated_text_alone_shows_traces() -> None:
    """Rows of an act of April 2022 that name Астана were written after September 2022."""
    (told,) = reconcile(OFFICIAL, [], OFFICIAL).hypotheses
    assert [eid for eid, _ in told.rows] == ["att_1__row_22", "att_1__row_23"]
    assert {why for _, why in told.rows} == {"it names Астана, a name borne since 2022-09-17"}


def test_an_act_that_a_note_names_and_nobody_gave_is_missing() -> None:
    found = reconcile(BASE, [], OFFICIAL)
    assert [(one.date, one.number) for one in found.missing] == [("2023-03-17", "236")]
    assert kinds(found) == {"act_not_held"}


def test_an_official_text_ahead_of_force_is_said_to_be_so() -> None:
    """As of a day before force the commands have changed nothing, and the text is ahead."""
    found = reconcile(BASE, [AMENDING], OFFICIAL, "2023-03-20", {"236": "2023-03-28"})
    assert kinds(found) == {"note_ahead_of_force"}
    assert found.agreed == 0


def test_a_text_that_is_not_what_the_command_says_is_a_defect_of_the_source() -> None:
    """A word that the official text has otherwise is shown with both wordings."""
    changed = version(
        SEED.read_text("utf-8").replace(
            "Үкіметінің Аппаратына жүктел", "Әділет министрлігіне жүктел"
        )
    )
    found = of(reconcile(BASE, [AMENDING], changed), "para_4")
    assert found.kind == "source_defect"
    assert "Аппаратына" in (found.ours or "")
    assert "Әділет" in (found.official or "")


def test_a_command_that_was_not_carried_out_is_our_error() -> None:
    """Where the command's words are not in the base, the difference is laid at our door."""
    first, _, rest = (PAIR / "amending.txt").read_text("utf-8").partition("4-тармақ мынадай")
    rest = rest[rest.index("көрсетілген қаулымен бекітілген") :]
    words = "4-тармақтағы «жоқ» деген сөз «бар» деген сөзбен ауыстырылсын;\n\n"
    found = of(reconcile(BASE, [version(f"{first}{words}{rest}")], OFFICIAL), "para_4")
    assert found.kind == "our_error"


def test_a_difference_that_nothing_names_is_unexplained() -> None:
    changed = version(SEED.read_text("utf-8").replace("скрам-кестені", "кестені"))
    assert of(reconcile(BASE, [AMENDING], changed), "para_3").kind == "unexplained"


KAZAKH = """Қазақстан Республикасы Үкіметінің 2020 жылғы 3 наурыздағы № 101 қаулысы
Өзгерістер енгізу туралы
Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:
1. Үкіметтің 2010 жылғы 1 ақпандағы № 10 қаулысына мынадай өзгерістер енгізілсін:
2-тармақтың 3) тармақшасындағы «жер» деген сөз «су» деген сөзбен ауыстырылып, 4) тармақшамен
толықтырылсын:
«4) су қорын қорғайды.».
2. Үкіметтің 2011 жылғы 1 ақпандағы № 11 қаулысының күші жойылды деп танылсын.
"""
RUSSIAN = """Постановление Правительства Республики Казахстан от 3 марта 2020 года № 101
О внесении изменений
Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:
1. Внести в постановление Правительства от 1 февраля 2010 года № 10 следующие изменения:
пункт 2 дополнить подпунктом 4) следующего содержания:
«4) охраняет водный фонд.».
2. Признать утратившим силу постановление Правительства от 1 февраля 2011 года № 11.
"""


def test_editions_that_command_different_things_disagree() -> None:
    """The Kazakh one replaces words and adds an item, the Russian one only adds it."""
    (found,) = disagreeing(version(KAZAKH), version(RUSSIAN))
    assert (found.kind, found.eid) == ("editions_disagree", "para_1")
    assert found.message == (
        "the Kazakh edition has 1 replacements, 1 additions, the Russian 1 additions"
    )


@pytest.mark.skipif(not ACTS.is_dir(), reason="the outside acts are not here")
@pytest.mark.parametrize("act", ["10174", "110109", "141594", "145832", "219049", "5829"])
def test_outside_acts_command_the_same_in_both_languages(act: str) -> None:
    assert not disagreeing(version(ACTS / act / "kaz.md"), version(ACTS / act / "rus.md"))
