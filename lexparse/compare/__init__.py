"""Act against act: which units and words differ, and what that does to the duties."""

from lexparse.compare.changes import Change, Comparison, DutyChange, Place, WordChange
from lexparse.compare.comparison import compare
from lexparse.compare.units import replay

__all__ = ["Change", "Comparison", "DutyChange", "Place", "WordChange", "compare", "replay"]
