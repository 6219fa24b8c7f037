"""The tests, named by what they guard."""
