"""Names that the house gave up for plainer ones; `tools/counts.py` counts those that are left.

One word has one meaning: CONTRIBUTING.md lists them.
"""

OLD_NAMES = {
    # Classes.
    "Told": "ChangeSentence",
    "Telling": "VersionSummary",
    "What": "ChangeType",
    "Question": "AssessmentContext, Prompt",
    "Walk": "HistoryScan",
    "_State": "ScanState",
    "Lack": "HistoryProblem",
    "Readers": "nothing: there is one process",
    "_Reading": "LoadState",
    "Alongside": "nothing: there is one process",
    "Memory": "ResultCache",
    "Refers": "RefersTo",
    "Naming": "ReferenceSite",
    "Part": "what it is a part of: SectionSpec, Segment",
    "Judged": "document_status.DocumentStatus",
    "Verdict": "CheckResult",
    "Verdicts": "ReportAssessment",
    "Beginning": "RecordTemplate",
    "Act": "ReviewEntry",
    "Edited": "EditedRecord",
    "Desk": "EditorSource",
    "Knowledge": "Snapshot",
    # Functions.
    "tell_all": "summarize_all",
    "pass_by": "advance",
    "abandon": "what happens: kill, close",
    "without_collecting": "gc_paused",
    "reason_of": "os_error_text",
    "recall": "get",
    "named_by": "outgoing, incoming",
    "bearers": "covered_by",
    "is_carried": "is_covered",
    "plant": "create_tree",
    "nursery": "staging",
    "prove": "check_changes",
    "filling": "template_text",
    "grow": "parse_tree",
    "headed": "block_headers",
    "learn": "refresh",
    "take": "open, read, accept: what is done",
    "choose": "set_language, or what is chosen",
    "suggest": "set_default_language",
    "speak": "select_language",
    "_lament": "_warn_missing",
    "lighten": "skip_pydantic",
    "is_agreed": "confirm",
    "complain": "print_error",
    "emit": "write_output",
    # Constants: of what, and in which unit.
    "PARTS": "SECTIONS, or parts of what",
    "FORMS": "FORMATS",
    "MOST": "MAX_SHOWN_PER_FILE",
    "MANY": "GC_THRESHOLD",
    "SELDOM": "what happens seldom",
    "DEEP": "MAX_DEPTH",
    "SAYS": "who says what",
    "NAMED": "what is named",
}
"""What the house once called a thing → the plainer name it gave it, or how to find one."""
VAGUE = {"told": "text, note, sentences …", "said": "message, claim, answer …", "made": "result, files, report …"}
"""Names that say that something was said or made, and not what it is → what to say instead."""
OLD_MODULES = {"words": "labels, argv", "machine": "as_json", "spreadsheet": "as_csv", "calendar": "as_ics"}
