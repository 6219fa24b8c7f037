"""Acts of any shape for property tests: a base that we write, and commands drawn at random."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

import lexparse
from lexparse.amend.version import Version

BASE = """Қазақстан Республикасы Үкіметінің 2019 жылғы 3 шілдедегі № 478 қаулысы

Су қорын қорғау жоспары туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған Су қорын қорғау жоспары бекітілсін.

2. Министрліктер жыл сайын, 1 желтоқсанға дейін есеп берсін.

3. Облыстардың әкімдері:

1) жоспарды орындасын;

2) халықты хабардар етсін;

3) қаражат көздесін.

4. Комиссия құрылсын. Оның құрамын министр бекітсін. Отырыс тоқсан сайын өтсін.

Комиссияның шешімі хаттамамен ресімделеді.

5. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

Қазақстан Республикасының
Премьер-Министрі А. Есқалиев

Қазақстан Республикасы Үкіметінің
2019 жылғы 3 шілдедегі
№ 478 қаулысымен
бекітілген

Су қорын қорғау жоспары

Р/с №\t|\tІс-шара\t|\tАяқталу нысаны\t|\tОрындау мерзімі\t|\tЖауапты орындаушылар
1.\t|\tКөлдерді тазалау\t|\tесеп\t|\t2020 жылғы мамыр\t|\tЭМ
2.\t|\tАрналарды жөндеу\t|\tақпарат\t|\t2020 жылғы қазан\t|\tАШМ
3.\t|\tСу есебін жүргізу\t|\tтізілім\t|\tжыл сайын, қаңтарда\t|\tЭМ, АШМ
4.\t|\tМонша салу\t|\tақпарат\t|\t2021 жылғы маусым\t|\tоблыстардың әкімдіктері

Ескертпе: аббревиатуралардың толық жазылуы:

ЭМ - Қазақстан Республикасының Экология министрлігі
АШМ - Қазақстан Республикасының Ауыл шаруашылығы министрлігі
"""

PARAGRAPH = st.sampled_from(["1", "2", "3", "4", "5", "9"])
ITEM = st.sampled_from(["1", "2", "3", "7"])
ROW = st.sampled_from(["1", "2", "3", "4", "8"])
COLUMN = st.sampled_from(["2", "3", "4", "5", "9"])
# Words that stand in the unit once, twice, only inflected, or not at all.
HELD = st.sampled_from(
    [
        ("1", "Су"), ("1", "жоспар"), ("2", "есеп"), ("2", "жыл"), ("3", "қаражат"), ("3", "халық"),
        ("3", "орындасын"), ("4", "министр"), ("4", "Комиссия"), ("4", "Комиссияның"), ("5", "жоқ"),
        ("9", "есеп"),
    ]
)  # fmt: skip
IN_CELLS = st.sampled_from(
    [
        ("1", "3", "есеп"), ("1", "4", "мамыр"), ("2", "2", "жөндеу"), ("2", "5", "АШМ"),
        ("3", "5", "ЭМ"), ("3", "4", "қаңтар"), ("4", "9", "ЭМ"), ("8", "3", "есеп"),
    ]
)  # fmt: skip
NEW = st.sampled_from(["баяндама", "жаңа сөз", "өзен", "2025", "СРМ"])


@dataclass(frozen=True)
class Command:
    """One command: whether it speaks of the plan, and its lines."""

    plan: bool
    lines: str


def _body(lines: st.SearchStrategy[str]) -> st.SearchStrategy[Command]:
    return lines.map(lambda words: Command(False, words))


def _plan(lines: st.SearchStrategy[str]) -> st.SearchStrategy[Command]:
    return lines.map(lambda words: Command(True, words))


COMMANDS = st.one_of(
    _body(
        st.builds(
            "{0}-тармақ мынадай редакцияда жазылсын:\n\n«{0}. {1} туралы жаңа мәтін.»;".format,
            PARAGRAPH,
            NEW,
        )
    ),
    _body(
        st.builds(
            "{0[0]}-тармақтағы «{0[1]}» деген сөз «{1}» деген сөзбен ауыстырылсын;".format,
            HELD,
            NEW,
        )
    ),
    _body(st.builds("{}-тармақ алып тасталсын;".format, PARAGRAPH)),
    _body(st.builds("{}-тармақтың {}) тармақшасы алып тасталсын;".format, PARAGRAPH, ITEM)),
    _body(
        st.builds(
            "мынадай мазмұндағы {0}-1-тармақпен толықтырылсын:\n\n«{0}-1. Тағы бір {1}.»;".format,
            PARAGRAPH,
            NEW,
        )
    ),
    _body(
        st.builds(
            "{0}-тармақ мынадай мазмұндағы {1}-1) тармақшамен толықтырылсын:"
            "\n\n«{1}-1) тағы {2};»;".format,
            PARAGRAPH,
            ITEM,
            NEW,
        )
    ),
    _body(
        st.builds("{}-тармақтың екінші сөйлемі алып тасталсын;".format, PARAGRAPH),
    ),
    _body(
        st.builds(
            "{0[0]}-тармақ «{0[1]}» деген сөзден кейін «{1}» деген сөзбен толықтырылсын;".format,
            HELD,
            NEW,
        )
    ),
    _plan(
        st.builds(
            "реттік нөмірі {0}-жол мынадай редакцияда жазылсын:"
            "\n\n«{0}.\t|\tЖаңа шара\t|\t{1}\t|\t2024 жылғы мамыр\t|\tЭМ»;".format,
            ROW,
            NEW,
        )
    ),
    _plan(st.builds("реттік нөмірі {}-жол алып тасталсын;".format, ROW)),
    _plan(
        st.builds(
            "реттік нөмірі {0}-жолдан кейін мынадай мазмұндағы реттік нөмірі {0}-1-жолмен "
            "толықтырылсын:\n\n"
            "«{0}-1.\t|\tҚосымша шара\t|\tесеп\t|\t2024 жылғы қазан\t|\tАШМ»;".format,
            ROW,
        )
    ),
    _plan(
        st.builds(
            "реттік нөмірі {0[0]}-жолдың {0[1]}-бағанындағы «{0[2]}» деген сөз «{1}» деген сөзбен "
            "ауыстырылсын;".format,
            IN_CELLS,
            NEW,
        )
    ),
    _plan(
        st.builds(
            "реттік нөмірі {}-жолдың {}-бағаны «, {}» деген сөзбен толықтырылсын;".format,
            ROW,
            COLUMN,
            NEW,
        )
    ),
    _plan(st.just("«АШМ» деген жол алып тасталсын;")),
)
ACTS = st.lists(st.lists(COMMANDS, min_size=1, max_size=5), min_size=1, max_size=3)


def amending(number: int, commands: list[Command]) -> Version:
    """Return an amending act of its own day with these commands."""
    lines = [
        f"Қазақстан Республикасы Үкіметінің 2020 жылғы {number} наурыздағы № {number} қаулысы",
        (
            "Қазақстан Республикасы Үкіметінің 2019 жылғы 3 шілдедегі № 478 қаулысына өзгерістер "
            "енгізу туралы"
        ),
        "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:",
        (
            "1. «Су қорын қорғау жоспары туралы» Қазақстан Республикасы Үкіметінің 2019 жылғы 3 "
            "шілдедегі № 478 қаулысына мынадай өзгерістер мен толықтырулар енгізілсін:"
        ),
        *(one.lines for one in commands if not one.plan),
        "көрсетілген қаулымен бекітілген Су қорын қорғау жоспарында:",
        *(one.lines for one in commands if one.plan),
        "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.",
        "Қазақстан Республикасының\nПремьер-Министрі А. Есқалиев",
    ]
    return Version.of(lexparse.read("\n\n".join(lines).encode(), f"{number}.txt"))


def base() -> Version:
    """Return the act that they amend."""
    return Version.of(lexparse.read(BASE.encode(), "base.txt"))
