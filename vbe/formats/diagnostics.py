from __future__ import annotations


def choose(name):
    return text


def text(verdict, source, *, show_waived=False):
    for d in verdict.diagnostics:
        if not d.waived or show_waived:
            print(
                f"{d.location.file}:{d.location.line}:{d.location.column}: {d.code} {d.name} {d.severity} {d.message} {d.hint} [{d.record}/{d.subject}]"
            )
    print(len(verdict.open), "open", len(verdict.waived), "waived", verdict.files, "files")
