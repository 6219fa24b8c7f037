"""The units of an act and how they nest."""
