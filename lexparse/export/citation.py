"""How a lawyer cites a unit: ``att_1__row_22`` is ``1-қосымша, 22-жол``."""

from __future__ import annotations

WORDS = {
    "att": "{}-қосымша",
    "part": "{}-бөлім",
    "chp": "{}-тарау",
    "sec": "{}-параграф",
    "art": "{}-бап",
    "para": "{}-тармақ",
    "subpara": "{}) тармақша",
    "al": "{}-бөлік",
    "indent": "{}-абзац",
    "row": "{}-жол",
    "col": "{}-баған",
    "table": "{}-кесте",
}


def cite(eid: str | None) -> str:
    """Return the unit in words, the widest first; steps without a Kazakh name stay as they are.

    Before → after: ``para_2__subpara_1`` → ``2-тармақ, 1) тармақша``.
    """
    return ", ".join(_step(step) for step in (eid or "").split("__") if step)


def _step(step: str) -> str:
    part, _, number = step.partition("_")
    return WORDS[part].format(number) if part in WORDS and number else step
