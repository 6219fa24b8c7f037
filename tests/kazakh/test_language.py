"""spaCy finds Kazakh by its code, parts tokens as acts need, and reads each token."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from lexparse.kazakh.language import Kazakh
from lexparse.kazakh.letters import LETTER

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def kazakh() -> Language:
    nlp = spacy.blank("kk")
    nlp.add_pipe("kk_morphology")
    return nlp


def test_the_language_is_found_by_its_code(kazakh: Language) -> None:
    assert isinstance(kazakh, Kazakh)
    assert kazakh.lang == "kk"


@pytest.mark.parametrize(
    "tokens",
    [
        "358 - Қағидаларға",
        "ЦДИАӨМ - ге",
        "ҚР - ның",
        "4 - тармағының",
        "11-1 - тармақпен",
        "Ә.А. Ергалиев",
        "қараша 2022",
        "2025 жыл",
        "Республикасы Үкіметінің",
        "Республикасы Үкіметінің 2022",
        "Заң Заңға",
        "ЦДИАӨМ ( Б.Б.",
        "( Қ.С.",
        "Мусин )",
        "сәуірдегі № 274",
        "№ 193/НҚ",
        "№ 274",
        "бойынша ) , ҰБ",
        "орган / мекеме",
        "8 )",
        "7 )",
        "8 ) ;",
        "1 ) - тармақшаның",
        "« Қағидалар » :",
        '" ҰАТ "',
        "/ Б. Мусин /",
        "енгізілсін .",
        "НҚА .",
        "5 .",
        "1999 - 2000",
        "Іс-қимыл",
        "мән-жайларға",
        "Премьер-Министрінің",
        "17-ші",
        "20-сына",
        "80-1",
        "12.05.2022",
        "10,5",
        "т.б.",
        "ж.",
        "м.а.",
        "кВт",
        "193/НҚ",
        "447-6 )",
    ],
)
def test_tokens(kazakh: Language, tokens: str) -> None:
    text = "1999 - 2000" if tokens == "1999 - 2000" else tokens.replace(" ", "")
    assert [token.text for token in kazakh.make_doc(text)] == tokens.split()


@given(st.text(alphabet=LETTER + "0123456789 .,;:()-/№«»\"'\n%", max_size=60))
def test_no_character_is_lost(text: str) -> None:
    assert spacy.blank("kk").make_doc(text).text == text


def test_tokens_are_read(kazakh: Language) -> None:
    doc = kazakh("Осы бұйрықтың орындалуын бақылау ЦДИАӨМ-ге жүктелсін.")
    assert [(token.lemma_, token.pos_) for token in doc] == [
        ("осы", "PRON"),
        ("бұйрық", "NOUN"),
        ("орындау", "VERB"),
        ("бақылау", "NOUN"),
        ("ЦДИАӨМ", "NOUN"),
        ("-", "PUNCT"),
        ("ге", "PART"),
        ("жүктеу", "VERB"),
        (".", "PUNCT"),
    ]
    assert str(doc[1].morph) == "Case=Gen|Number=Sing"
    assert str(doc[4].morph) == "Abbr=Yes|Case=Dat|Number=Sing"
    assert str(doc[2].morph) == "Case=Acc|Number=Sing|Person[psor]=3|VerbForm=Inf|Voice=Pass"
    assert str(doc[7].morph) == "Mood=Imp|VerbForm=Fin|Voice=Pass"


def test_numbers_look_like_numbers(kazakh: Language) -> None:
    doc = kazakh.make_doc("он 12 бесінші 17-ші XXI 10,5 тармақ ҚР")
    assert [token.like_num for token in doc] == [True] * 6 + [False] * 2


def test_stop_words(kazakh: Language) -> None:
    doc = kazakh.make_doc("және туралы осы тармақ")
    assert [token.is_stop for token in doc] == [True, True, True, False]


def test_a_saved_pipeline_opens_again(kazakh: Language, tmp_path: Path) -> None:
    kazakh.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.lemma_ for token in again("тармағының")] == ["тармақ"]
