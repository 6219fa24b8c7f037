"""The language of an act is told from few words, and from many with some of another language."""

from __future__ import annotations

import pytest

from lexparse.text.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.", "kk"),
        ("Казакстан Республикасынын Укиметинин каулысы туралы", "kk"),
        ("Ақмола облысы әкімінің шешімі. Решение акима Акмолинской области", "kk"),
        ("Об утверждении Правил и признании утратившими силу", "ru"),
        ("О внесении изменений в постановление акимата области «Қазақстан»", "ru"),
        ("The Government shall adopt the Rules of the Republic", "en"),
        ("<table><tr><td>Осы бұйрық</td></tr></table>", "kk"),
        ("123 - 456", None),
        ("", None),
        ("Qazaqstan Respublikasynyń qaýlysyna ózgerister", None),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert language(text) == expected
