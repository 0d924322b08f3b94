"""The commands there are: what the command line offers, and what may answer for a demand of the text."""

from __future__ import annotations

COMMANDS = {
    "validate": "Check the text against its form and the rules of the domain.",
    "stale": "List what is outdated, why, and whose it is.",
    "review": "Record that something has been reviewed.",
    "history": "Show the versions of a record: when, what changed, and its reviews.",
    "report": "Write the annual follow-up.",
    "site": "Write the strategy as a site that needs no server.",
    "publish": "Write the governing document itself, for referral and decision.",
    "form": "Write the boards' workbooks, to answer in.",
    "intake": "Read the workbooks back: show, check and write the answers.",
    "verify": "Make a report again and say whether it is the same.",
    "diff": "Tell what changed, entry by entry, in sentences.",
    "status": "Show the whole on one screen: progress, freshness and gaps.",
    "trace": "Show the chain around an id: demand, commitment, routine, follow-up, report.",
    "show": "Show one entry in full, with its references both ways.",
    "explain": "Show the page of a rule.",
    "rules": "List the rules.",
    "schema": "Write the JSON Schema of a kind of record, for editors.",
    "lsp": "Serve an editor: faults as you type, completion, explanations.",
    "fmt": "Lay out all files in the one way; nothing is lost.",
    "rename": "Give something another id, everywhere that names it.",
    "upgrade": "Bring the repository to today's format; keeps every comment.",
    "codeowners": "Write CODEOWNERS from the organisation.",
    "init": "Begin a repository for a municipality.",
    "import": "Make a repository of an existing plan in Word or Excel.",
    "new": "Begin a record: asks for what is missing.",
}
"""Every command with what it does, in the order of the help; translated where it is shown."""
