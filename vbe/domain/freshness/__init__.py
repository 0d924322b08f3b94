"""Three clocks, one verdict: the declared review, the last change in git, and what a record depends on. Pure. Begin with
`assessing`.

What has a clock: routines and guidance in force, the strategy, agreements, continuous commitments, the situation picture,
actors that have ended and are still named, and waivers past their date. Drafts and what is no longer in force have none.
"""
