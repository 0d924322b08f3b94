"""The way in: an existing plan in Word or Excel → records, and a log that says what became of every word.

`opening` reads a file into one plain model (`document`); `outline` says what it is a plan of; `composing` writes that as
files; `log` tells what was read as what, what was not used, and what is to be decided. May import `scaffold` and below. Begin
with `composing`.
"""
