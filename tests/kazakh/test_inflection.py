"""A noun's pattern matches every inflection of it and no other word."""

from __future__ import annotations

import re

import pytest

from lexparse.kazakh.inflection import any_noun, noun
from lexparse.kazakh.lexicon import words


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("тармақ", "тармақ тармағы тармағының тармақта тармақтарын тармақтағы тармақпен Тармағына"),
        ("қаулы", "қаулы қаулысы қаулысымен қаулының қаулыға қаулыларымен Қаулысына"),
        ("бап", "бап бабы бабының бапқа баптар баптарына бапта"),
        ("кеңес", "кеңес кеңесі кеңестің кеңеске кеңестердің кеңесінде"),
        ("акт", "акт актіге актілер актілерін актінің актісі актілердің"),
        ("банк", "банк банкі банкінің банкке банктер банктерге банктерінің"),
        ("кәсіпорын", "кәсіпорын кәсіпорны кәсіпорнының кәсіпорындар кәсіпорындарға"),
        ("модель", "модель моделі модельдер моделінің"),
        ("процесс", "процесс процесі процестер процестеріне"),
        ("министрлік", "министрлік министрлігі министрлігінің министрліктер министрліктеріне"),
        ("ресурс", "ресурс ресурстар ресурсына ресурсқа ресурстарын"),
        ("бюджет", "бюджет бюджеттің бюджетке бюджеттен бюджеттеріне"),
        ("қосымша", "қосымша қосымшаға косымшасына қосымшамен қосымшалар"),
        ("жұмыс", "жұмыс жүмысы жұмыстарының жұмысқа"),
    ],
)
def test_a_noun_in_its_forms(stem: str, forms: str) -> None:
    pattern = re.compile(noun(stem))
    missed = [form for form in forms.split() if not pattern.fullmatch(form)]
    assert missed == []


@pytest.mark.parametrize(
    ("stem", "others"),
    [
        ("тармақ", "тармақша тармақшасы тармақшаның тарау"),
        ("кеңес", "кеңесші кеңесшісі кеңсе"),
        ("бөлім", "бөлімше бөлімшесі бөлік"),
        ("заң", "заңнама заңсыз заңдылық"),
        ("әкім", "әкімдік әкімшілік әкімдігі"),
        ("қор", "қорғау қорытынды"),
    ],
)
def test_a_noun_leaves_other_words(stem: str, others: str) -> None:
    pattern = re.compile(noun(stem))
    assert [word for word in others.split() if pattern.match(word)] == []


@pytest.mark.parametrize(
    ("case", "forms"),
    [
        ("Gen", "тармақтың тармағының тармақтардың тармақтарының"),
        ("Loc", "тармақта тармағында тармақтарда тармақтағы тармағындағы"),
        ("Nom", "тармақ тармағы тармақтар тармақтары"),
        ("Ins", "тармақпен тармағымен тармақтармен"),
    ],
)
def test_a_noun_in_one_case(case: str, forms: str) -> None:
    pattern = re.compile(noun("тармақ", case))
    assert all(pattern.fullmatch(form) for form in forms.split())
    others = {"Gen", "Loc", "Nom", "Ins", "Dat"} - {case}
    assert not any(
        re.compile(noun("тармақ", other)).fullmatch(form)
        for other in others
        for form in forms.split()
    )


def test_a_match_ends_where_a_capital_begins() -> None:
    found = re.search(noun("республика"), "РеспубликасыҮкіметінің")
    assert found is not None
    assert found.group() == "Республикасы"


def test_capitals_need_the_flag() -> None:
    assert not re.search(noun("қаулы"), "ҚАУЛЫ ЕТЕДІ")
    assert re.search(noun("қаулы"), "ҚАУЛЫ ЕТЕДІ", re.IGNORECASE)


def test_several_nouns_in_one_pattern() -> None:
    pattern = any_noun(("қаулы", "бұйрық", "жарлық"), "Ins")
    text = "қаулысымен бұйрығымен жарлықтарымен бұйрықты"
    assert re.findall(pattern, text) == text.split()[:3]


def test_every_listed_noun_has_a_pattern_that_matches_it() -> None:
    for entry, *_ in list(words("lemmas.txt"))[::7]:
        assert re.fullmatch(noun(entry), entry.lower()), entry
