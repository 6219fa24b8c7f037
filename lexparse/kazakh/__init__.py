"""The Kazakh language: letters, numbers, months, word forms, and spaCy's ``kk``."""
