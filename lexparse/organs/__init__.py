"""The bodies of state: the registry of those known, and what a printed name means in an act."""
