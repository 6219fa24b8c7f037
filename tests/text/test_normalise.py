"""Normalised text has one spelling, and every character of it leads back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexparse.text.normalise import normalise

KAZAKH = "Қазақстан Республикасының Үкіметінің қаулысы және тармақ сәйкес бұйрық"

CHANGED = [
    # Latin letters inside Cyrillic words
    ("Yкiметiнiң", "Үкіметінің"),
    ("Pecпубликасының", "Республикасының"),
    ("CЖPA, cәуipдегі, бip, ПYКЖ, TAИC", "СЖРА, сәуірдегі, бір, ПҮКЖ, ТАИС"),
    ("IIББ мен Iшкi iстер", "ІІББ мен Ішкі істер"),
    ("hәм", "һәм"),
    ("10-i күні", "10-і күні"),
    ("C.Жүсіпова, A. С. Мамин", "С.Жүсіпова, А. С. Мамин"),
    ("KCPO-ның ic-қимылы", "КСРО-ның іс-қимылы"),
    ("РеспубликасыYкiметi", "РеспубликасыҮкіметі"),
    ("Yказ Президента", "Указ Президента"),
    # letters of other alphabets
    (
        "əкiм Əділет ӛзгеріс ҥкімет ҧлттық ҽрекет қауӊ",
        "әкім Әділет өзгеріс үкімет ұлттық әрекет қауң",
    ),
    # spaces, marks that are not seen, dashes
    ("а\u00a0б\u2009в\u202fг", "а б в г"),
    ("\ufeffмем\u00adлекет\u200bтік", "мемлекеттік"),
    ("мемле\u00ad\n  кеттік", "мемлекеттік"),
    ("а – б — в − г ‑ д", "а - б - в - г - д"),
    ("бір\r\nекі\rүш\x0cтөрт", "бір\nекі\nүш\nтөрт"),
    # number signs
    ("жылғы N 606, N606, (N 1 қосымша)", "жылғы № 606, №606, (№ 1 қосымша)"),
    ("№ N 1-260 ө, №№ 3, 4, N° 5, No 7", "№ 1-260 ө, № 3, 4, № 5, № 7"),
    ("сәуірдегiN 472", "сәуірдегі№ 472"),
    # letters and their accents
    ("и\u0306 е\u0308 і\u0308", "й ё ї"),
    # charsets
    ("Ќазаќстан Республикасы Їкіметініѕ ќаулысы", "Қазақстан Республикасы Үкіметінің қаулысы"),
    (KAZAKH.encode("ptcp154").decode("cp1251"), KAZAKH),
    (KAZAKH.encode("kz1048").decode("cp1251"), KAZAKH),
    (KAZAKH.encode().decode("latin-1"), KAZAKH),
]

KEPT = [
    "Smart Data Ukimet",
    "IT-қызмет, COVID-19, IP-телефония",
    "II тоқсан, XXI ғасыр, ХХІ ғасыр",
    "XXIғасыр, APIжүйесі",
    "www.adilet.zan.kz/kaz, egov.kz",
    "Двигатель N ..... Шасси",
    "қызметN1",
    "«Nur Otan» партиясы, Z05T8F6",
    "½ № № емес «тырнақша» “тағы” А.С.",
    "The order N 5 of 1999",
    "Bakı şəhəri",
    "",
]


@pytest.mark.parametrize(("printed", "expected"), CHANGED)
def test_noise_is_normalised(printed: str, expected: str) -> None:
    text, origin = normalise(printed)
    assert text == expected
    assert (origin.length, origin.source_length) == (len(text), len(printed))


@pytest.mark.parametrize("text", [text for text in KEPT if "№ №" not in text])
def test_what_is_no_noise_stays(text: str) -> None:
    assert normalise(text)[0] == text


def test_a_removed_letter_shifts_what_follows() -> None:
    text, origin = normalise("а\u00adб № N 5")
    assert text == "аб № 5"
    assert [origin.source(at) for at in range(len(text))] == [0, 2, 3, 4, 7, 8]


def test_a_composed_letter_stands_for_its_accent_too() -> None:
    text, origin = normalise("аи\u0306б")
    assert text == "айб"
    assert origin.extent(1, 2) == (1, 3)


noisy = st.text(
    st.sampled_from('абвіқңYNiIc №5-–\u00a0\u00ad\u200b\u0306\u0308и\r\n\ufeffЌќѕəӛ°HK."')
    | st.characters(),
    max_size=60,
)


@settings(deadline=None)  # the first mojibake imports ftfy
@given(noisy)
def test_every_character_has_an_origin_and_origins_ascend(printed: str) -> None:
    text, origin = normalise(printed)
    assert origin.length == len(text)
    sources = [origin.source(at) for at in range(len(text))]
    assert sources == sorted(sources)
    assert all(0 <= source < len(printed) for source in sources)


@settings(deadline=None)  # the first mojibake imports ftfy
@given(noisy)
def test_normalised_text_is_not_changed_again(printed: str) -> None:
    once = normalise(printed)[0]
    assert normalise(once)[0] == once


@given(st.text("абвгдеийіқңө \u0306\u0308\u0301", max_size=30))
def test_letters_are_composed(printed: str) -> None:
    assert unicodedata.is_normalized("NFC", normalise(printed)[0])
