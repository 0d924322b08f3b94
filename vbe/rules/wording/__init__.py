"""VBE8xx: language. Right words, sentences that can be read, and nobody's faith called extremism."""

from vbe.rules.wording import fairness, letters, plainness, terms

__all__ = ["fairness", "letters", "plainness", "terms"]
