"""Sentences with counts in them, each in agreement with none, one, two and many.

Python counts and writes numbers as words; the wording is blocks of the report's prose, which `say` fills, so that a
municipality can word every one of them in its own way. A test reads all of them aloud; no other module of the report makes
a sentence of a count.
"""

from vbe.report.sentences import boards, commitments, documents, indicators, phrases

__all__ = ["boards", "commitments", "documents", "indicators", "phrases"]
