"""spaCy's Kazakh: the ``Language`` ``kk`` with its own tokenizer, and the ``kk_morphology`` part.

``358-Қағидаларға`` → 358 ¦ - ¦ Қағидаларға; ``ЦДИАӨМ-ге`` → ЦДИАӨМ ¦ - ¦ ге; ``№ 193/НҚ`` →
№ ¦ 193/НҚ; ``Ә.А.Ергалиев`` → Ә.А. ¦ Ергалиев; glued ``қараша2022``, ``РеспубликасыҮкіметінің``,
``сәуірдегі№`` part; ``Іс-қимыл``, ``Премьер-Министрінің``, ``17-ші``, ``т.б.`` stay whole.

spaCy ships no Kazakh, and its rules for kin languages cannot serve: its letter classes lack
Қ Ғ Ұ, and its base exceptions read the list number ``8)`` as a smiling face. The only module of
the library that imports spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found]  # compiled, has no stub
from spacy.language import BaseDefaults, Language
from spacy.util import registry

from lexparse.kazakh.analysis import Analysis
from lexparse.kazakh.endings import ENDINGS
from lexparse.kazakh.letters import LETTER, LOWER, UPPER
from lexparse.kazakh.lexicon import closed
from lexparse.kazakh.morphology import analyse
from lexparse.kazakh.numerals import ORDINAL_TAIL, cardinal, ordinal, roman

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = [r"\(", r"\[", r"\{", "«", "“", "„", '"', "'", "/", "№", "§", "<", r"\*"]
_CLOSING = [r"\)", r"\]", r"\}", "»", "”", "“", '"', "'", "/", "№", ",", ";", ":", r"\?", "!"]
_CLOSING += ["…", r"\.\.+", ">", r"\*"]

_PREFIXES = [*_OPENING, ",", ";", ":", "…", r"\.\.+", r"-(?=\D)", r"\)", "»", "”"]
_SUFFIXES = [
    *_CLOSING,
    # A full stop is a token after a word, a number or a closing mark, never after an initial (Б.)
    # or a clipped word (т.б., ж.).
    rf"(?<=[{LOWER}][{LOWER}])\.",
    rf"(?<=[{UPPER}][{UPPER}])\.",
    r"(?<=[0-9»”\")\]%])\.",
    r"(?<=[0-9])%",
    rf"(?<=[{LETTER}])-",
]
_INFIXES = [
    r"[()\[\]«»“”\"№;]",
    r"(?<![0-9])[:,]",
    r"[:,](?![0-9])",
    r"\.\.+|…",
    # 358-Қағидалар, 11-1-тармақ, 1)-тармақша part; 17-ші, 20-сына, 80-1 do not.
    rf"(?<=[0-9])-(?!{ORDINAL_TAIL}(?![{LOWER}]))(?=[{LETTER}])",
    r"(?<=\))-",
    rf"(?<=[{UPPER}][{UPPER}])-(?=[{LOWER}])",
    rf"(?<=[{LOWER}])/(?=[{LOWER}])",
    # Empty matches part words that the source glued; no character is lost.
    rf"(?<=[{LOWER}][{LOWER}])(?=[{UPPER}])",
    rf"(?<=[{LOWER}][{LOWER}])(?=[0-9])",
    rf"(?<=[0-9])(?=[{LOWER}][{LOWER}])",
    rf"(?<=[{UPPER}]\.)(?=[{UPPER}][{LOWER}])",
]
_STOP_POS = {"ADP", "CCONJ", "SCONJ", "PART", "PRON", "AUX"}
_STOP_WORDS = {form for form, word in closed().items() if word.pos in _STOP_POS}
_NO_EXCEPTIONS: dict[str, list[dict[Any, Any]]] = {}


def like_num(text: str) -> bool:
    """Tell whether a token reads as a number: ``12``, ``он``, ``бесінші``, ``17-ші``, ``XXI``."""
    if text[:1].isdigit() and text.strip("0123456789.,/") == "":
        return True
    return any(read(text) is not None for read in (cardinal, ordinal, roman))


_LEXICAL: dict[int, Any] = {**BaseDefaults.lex_attr_getters, LIKE_NUM: like_num}


class KazakhDefaults(BaseDefaults):
    """Tokenizer rules, stop words and lexical attributes for Kazakh."""

    tokenizer_exceptions = _NO_EXCEPTIONS
    prefixes = _PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    stop_words = _STOP_WORDS
    lex_attr_getters = _LEXICAL


@registry.languages("kk")
class Kazakh(Language):  # type: ignore[no-untyped-call]  # spaCy's, untyped
    """Kazakh; ``spacy.blank("kk")`` gives it."""

    lang = "kk"
    Defaults = KazakhDefaults


_UNIVERSAL = {"ABBR": "NOUN"}
_VERB_FORMS = {"Imp": "Fin", "Cond": "Fin"}


def features(read: Analysis) -> str:
    """Return a reading as a string of universal features (``Case=Gen|Number=Sing|…``)."""
    named = {
        "Abbr": "Yes" if read.pos == "ABBR" else None,
        "Case": read.case,
        "Mood": read.mood,
        "Number": read.number,
        "Person[psor]": read.possessive,
        "Polarity": "Neg" if read.negative else None,
        "VerbForm": _VERB_FORMS.get(read.verb_form or "", read.verb_form),
        "Voice": read.voice,
    }
    return "|".join(f"{name}={value}" for name, value in named.items() if value)


@Language.component("kk_morphology", assigns=["token.lemma", "token.pos", "token.morph"])
def kk_morphology(doc: Doc) -> Doc:
    """Set each token's lemma, part of speech and features from the rule-based analyser."""
    for token in doc:
        tail = _tail(token)
        if token.is_space:
            token.pos_ = "SPACE"
        elif _is_tail(token):
            _set(token, Analysis(token.text, token.text, "PART"))
        elif tail:
            _set(token, analyse(token.text + tail))
        else:
            _set(token, analyse(token.text))
    return doc


def _set(token: Token, read: Analysis) -> None:
    token.lemma_ = read.lemma
    token.pos_ = _UNIVERSAL.get(read.pos, read.pos)
    token.set_morph(features(read))  # type: ignore[attr-defined]  # absent from spaCy's stub


def _tail(token: Token) -> str:
    """Return ``-ге`` behind an abbreviation that the tokenizer parted from its ending."""
    doc, behind = token.doc, token.i + 2
    if behind < len(doc) and _is_tail(doc[behind]):
        return doc[token.i + 1].text + doc[behind].text
    return ""


def _is_tail(token: Token) -> bool:
    """Tell whether the token is the ending of an abbreviation, hyphen between, no space."""
    if token.i < 2 or not token.is_lower:
        return False
    name, hyphen = token.nbor(-2), token.nbor(-1)
    glued = not name.whitespace_ and not hyphen.whitespace_
    known = token.text in ENDINGS and name.is_upper and name.text.isalpha()
    return known and glued and hyphen.text == "-"
