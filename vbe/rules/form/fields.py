"""What fields a record has and what they hold."""

from __future__ import annotations

from vbe.rules import fault


@fault("VBE117")
def unknown_key() -> None:
    """A field has a name that does not exist.

    Most often it is misspelt. What it says would otherwise be lost without a word.

    Bad:

        titel: Orosanmälan

    Good:

        title: Orosanmälan
    """


@fault("VBE118")
def missing_key() -> None:
    """A field that every record of the kind must have is missing.

    Mend it by adding the field. `vbe schema` shows which fields a kind has, and editors that know the schema complete
    them.
    """


@fault("VBE119")
def wrong_type() -> None:
    """A value is of the wrong type.

    For instance a text where a list is wanted, or a number where a text is wanted.

    Bad:

        responsible: socialnamnden

    Good:

        responsible:
          - socialnamnden
    """


@fault("VBE120")
def value_not_allowed() -> None:
    """A value is not one of those the field allows.

    The allowed values are few and fixed, so that reports can count them and everybody means the same.

    Bad:

        status: klar

    Good:

        status: done
    """


@fault("VBE121")
def bad_date() -> None:
    """A date is not written as year, month and day, or there is no such day.

    Bad:

        deadline: 30/6 2018
        approved_on: 2017-02-30

    Good:

        deadline: 2018-06-30
        approved_on: 2017-02-28
    """


@fault("VBE122")
def bad_form() -> None:
    """A value is not written in the form of its field.

    For instance an id with capital letters, a text that is empty or too long, or a number out of range.

    Bad:

        lead: Socialnämnden

    Good:

        lead: socialnamnden
    """
