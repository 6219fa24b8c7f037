"""What holds for every test: properties have no deadline, for machines differ and CI is shared."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
