"""``python -m benchmarks.apply``: an amending act parsed and applied against the base's own parse.

The anchor is the parse of № 274 as first published; each figure is the median of the rounds'
ratios, both sides warm and timed in turn.
"""

from __future__ import annotations

from pathlib import Path

import lexparse
from benchmarks.__main__ import ratio
from lexparse.amend.consolidation import consolidate
from lexparse.amend.version import Version

PAIR = Path("corpora/amendments/reconstruction-274-236")
BASE = (PAIR / "base.txt").read_bytes()
AMENDING = (PAIR / "amending.txt").read_bytes()
COMMANDS = 400


def version(source: bytes) -> Version:
    """Return an act parsed."""
    found = Version.of(lexparse.read(source))
    assert found.parse  # noqa: S101 (the parse is made when it is first asked for)
    return found


def applied() -> float:
    """№ 236 parsed and applied to a parsed № 274, its wording and structure new."""
    base = version(BASE)
    return ratio(lambda: consolidate(base, [version(AMENDING)]), lambda: lexparse.parse(BASE))


def reread() -> float:
    """The same with every record of the new version read anew."""
    base = version(BASE)
    return ratio(
        lambda: consolidate(base, [version(AMENDING)]).version.parse, lambda: lexparse.parse(BASE)
    )


def growth() -> float:
    """Time per command of an act of 400 over that of one of 40, on a base that grows alike."""
    return _per_command(COMMANDS) / _per_command(COMMANDS // 10)


def _per_command(count: int) -> float:
    from benchmarks.__main__ import seconds

    cited = "Қазақстан Республикасы Үкіметінің 2019 жылғы 3 шілдедегі № 478 қаулысы"
    base = version(
        f"{cited}\n\nЖоспар туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n".encode()
        + "\n\n".join(f"{n}. Министрлік {n}-есепті берсін." for n in range(1, count + 1)).encode()
    )
    commands = "\n\n".join(
        f"{n}-тармақ мынадай редакцияда жазылсын:\n\n«{n}. Министрлік {n}-жаңа есепті берсін.»;"
        for n in range(1, count + 1)
    )
    amending = version(
        "Қазақстан Республикасы Үкіметінің 2020 жылғы 3 наурыздағы № 5 қаулысы\n\n"
        "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n"
        f"1. {cited}на мынадай өзгерістер енгізілсін:\n\n{commands}\n\n"
        "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.".encode()
    )
    found = consolidate(base, [amending])
    assert found.complete  # noqa: S101 (what is measured must be what is meant)
    return min(seconds(lambda: consolidate(base, [amending])) for _ in range(5)) / count


def main() -> None:
    """Print every figure with what it is asked to be."""
    for words, asked, figure in (
        ("parse and apply of № 236 / parse of № 274", "<= 1.5", applied),
        ("the same with all records read anew", "-", reread),
        ("time a command, 400 commands / 40", "~ 1", growth),
    ):
        print(f"{words:<48}{figure():>8.2f}   {asked}")


if __name__ == "__main__":
    main()
