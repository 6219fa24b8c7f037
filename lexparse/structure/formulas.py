"""The fixed formulas by which the parts of an act are known.

Literal forms: ``ҚАУЛЫ ЕТЕДІ:``, ``БҰЙЫРАМЫН:``, ``ШЕШІМ ҚАБЫЛДАДЫ:``; ``Күшін жойған``;
``… № 274 қаулысымен бекітілген``, ``№ 3-93 шешіміне қосымша``; ``КЕЛІСІЛДІ``; the post lines
of signatures (``Қазақстан Республикасының Премьер-Министрі``) and ``Ә. Смайылов``; ``Ескерту.``;
``аббревиатуралардың толық жазылуы``.
"""

from __future__ import annotations

import re

ENACTING = re.compile(
    r"\b(?:қаулы\s*ете(?:ді|мін)|бұйырам(?:ын|ыз)|шешт(?:ім|і)|өкім\s*етемін"
    r"|шешім\s*(?:етті|қабылдады|қабылдадым|етемін)|шешім\s*шығарды)\s*:?\s*$",
    re.IGNORECASE,
)
STATUS = re.compile(r"(?:күшін\s+жойған|жаңартылған|жаңа|қолданыстағы)\W*$", re.IGNORECASE)
REQUISITE = re.compile(
    r"(?:19|20)\d\d\s*(?:жыл|ж\.).{3,40}?№\s*\S.{0,30}?"
    r"(?:қаулысы|бұйрығы|шешімі|өкімі|жарлығы|заңы)(?:\s*[.;]|\s*$)",
    re.IGNORECASE,
)
# The registration may stand on a line of its own, above the title or below it.
REGISTERED = re.compile(
    r"Әділет\s+(?:министрлігінде|департаментінде|органдарында|басқармасында).{0,80}№\s*\S+\s+"
    r"(?:болып\s+)?тіркел(?:ді|ген)\W*$",
    re.IGNORECASE,
)
NOTE = re.compile(r"\(?(?:ескерт(?:у|пе)\s*[.:!]|РҚАО\S*\s+ескертуі|<\*>\s*ескерту)", re.IGNORECASE)
NOTE_LINE = re.compile(rf"\A(?:{NOTE.pattern})", re.IGNORECASE)
LEGEND_LEAD = re.compile(
    r"(?:аббревиат|қысқарт(?:ыл(?:ған|ған)\s+)?(?:ған\s+)?(?:сөз|ат)|қысқартулар)\S*"
    r"(?:\s+\S+){0,3}\s*(?:жазылу|таратып|толық|мән|ашып|мағына|тізбе)\S*",
    re.IGNORECASE,
)
# Quotes cut from what follows them: a stamp never opens with a quoted title and a command.
STAMP_END = re.compile(
    r"(?:қосымша(?:сы)?|бекітіл(?:ген|ді)|бекітемін)[\s.,*_\"»<>]*$", re.IGNORECASE
)
# Approval is by an act, or stands alone: `мөрмен бекітілді` is a form's own wording.
APPROVED = re.compile(
    r"(?:қаулы|бұйры[қғ]|шешім|өкім|жарлы[қғ]|хаттама)\S*\s*бекітіл|^\W*бекіт\w+\W*$", re.IGNORECASE
)
STAMP_WORD = re.compile(
    r"қосымша|бекіт|қаулы|бұйры[қғ]|шешім|өкім|жарлы[қғ]|Республика|министр|министрл|үкімет|президент"
    r"|жылғы|\bж\.|№|әкім|мәслихат|төраға|агенттіг|комитет|ереже|қағида|нұсқаулы|міндетін|орынбасар"
    r"|өнеркәсіб|даму|туралы|басты[қғ]|сессия|облыс|қала|аудан|істер",
    re.IGNORECASE,
)
LEGEND_LEAD_LENGTH = 200
# `… толық жазылуында:` says where the next command looks.
LOCATED = re.compile(r"нд[ае]\s*:+\s*\Z")
WHOLE_STAMP = re.compile(
    r"\W*(?:Қазақстан\s+Республикасы|\S+\s+(?:облыс|қала|аудан)\S*).{3,200}?(?:19|20)\d\d\s*"
    r"(?:жыл|ж\.).{3,40}?№\s*\S",
    re.IGNORECASE,
)
PUBLISHER_REMARK = re.compile(r"РҚАО\S*\s+ескертуі", re.IGNORECASE)
PROOFREADERS = re.compile(r"(?:Оқығандар|Мамандар|Оқыған|Теруші)\s*:?$")
ATTACHMENT_NUMBER = re.compile(
    r"(?:№\s*)?(\d{1,3}(?:-\d+)?)\s*-?\s*(?:қосымша)|қосымша\s*№\s*(\d{1,3})", re.IGNORECASE
)
# `Қағидаларға 2-қосымша` belongs to the rules, `бұйрыққа 2-қосымша` to the act.
OF_ATTACHMENT = re.compile(
    r"(?:қағида|ереже|нұсқаулы|жоспар|стандарт|регламент|тәртіб|тізбе|бағдарлама|үлгі|талап)"
    r"\S*(?:ға|ге|қа|ке|на|не|ына|іне)\s*(?:№?\s*\d+\s*-?\s*)?қосымша\W*$",
    re.IGNORECASE,
)
AGREED = re.compile(r"\W*(?:келісілді|келісілген|келісемін)\b", re.IGNORECASE)
POST_WORD = (
    r"(?:премьер-?\s*министр|президент|министр|төраға|әкім|басты[қғ]|басшы|хатшы|директор"
    r"|прокурор|міндетін\s+атқарушы|орынбасар|төрайым|қолбасшы|м\.а)"
)
RANK = r"(?:генерал\S*|полковник\S*|адмирал\S*|кеңесші\S*|қолбасшысы|ішкі\s+қызмет|полиция|әділет)"
POST_LINE = re.compile(
    rf"[^.;:!?«»\"\d]{{0,220}}\b{POST_WORD}(?:ы|і|сы|сі|ы|лары|лері)?\.?(?:\s*-)?(?:[\s,]+{RANK})*\s*$",
    re.IGNORECASE,
)
RANK_LINE = re.compile(rf"(?:{RANK}[\s,-]*)+$", re.IGNORECASE)
INITIAL = r"[А-ЯӘІҢҒҮҰҚӨҺЁA-Z]\s?[.,]\s?"
SURNAME = r"[А-ЯӘІҢҒҮҰҚӨҺЁ][а-яәіңғүұқөһё]+(?:-[А-ЯӘІҢҒҮҰҚӨҺЁ]?[а-яәіңғүұқөһё]+)?"
PERSON_LINE = re.compile(
    rf"(?:[\s_*|]*(?:{INITIAL}(?:{INITIAL})?{SURNAME}|{SURNAME}\s+{INITIAL}(?:{INITIAL})?)){{1,3}}[\s_]*$"
)
COMPOSITION = re.compile(r"құрам|мүшелері", re.IGNORECASE)
# `Нысан` in the corner belongs to the stamp; the form's title stands below it.
FORM_MARK = re.compile(r"\W*(?:нысан|үлгі|форма)\W*", re.IGNORECASE)
PERSON_AT_END = re.compile(
    rf"\s(?:{INITIAL}(?:{INITIAL})?{SURNAME}|{SURNAME}\s+{INITIAL}(?:{INITIAL})?)\s*$"
)
LEGEND_LINE = re.compile(r"[\"«А-ЯӘІҢҒҮҰҚӨҺЁA-Z][^\n;:]{0,90}?\s+-\s+\S")
ORDER = re.compile(r"(?:сын|сін|сынлар)\b")
ORNAMENT = re.compile(r"(?:[\W_]*|<\*>|[A-Z]\d{5,}_?)$")
CLOSING = (".", ";", ":", "!", "?")


def is_legend_lead(words: str) -> bool:
    """Tell whether a line heads the act's own legend.

    ``… толық жазылуы» деген бөлімде:``, ``… толық жазылуында:`` name another act's legend, and
    ``… толық жазылуы мынадай жолмен толықтырылсын:`` commands.
    """
    elsewhere = LOCATED.search(words) or "деген" in words or ORDER.search(words[-8:])
    return len(words) < LEGEND_LEAD_LENGTH and not elsewhere and bool(LEGEND_LEAD.search(words))
