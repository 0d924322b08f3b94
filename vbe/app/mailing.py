"""Mails to those who answer for what is outdated: one file for each role, ready to be looked at and sent by somebody.

Nothing is sent, and no address is known here: a role's address stands in the sender's own address book.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from vbe.app.assess import assessed, narrow, setting_of, stamp_of
from vbe.app.refusal import refuse_private
from vbe.domain.freshness.model import State
from vbe.domain.freshness.plan import NOT_PLANNED
from vbe.errors import VbeError
from vbe.language import _
from vbe.output.freshness.letter import subject
from vbe.output.registry import writer
from vbe.privacy.terminal import one_line, unlinked
from vbe.store.editing.atomic import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting
    from vbe.store.repository import Source

UID = re.compile(r"^UID:.*(?:\r?\n[ \t].*)*", re.MULTILINE)
"""What tells events apart, made of an id that the rules have read: it is written like an address, and is none."""
ACUTE = frozenset({State.DUE_SOON})
"""What is not stale yet, and told all the same."""


def write_mails(source: Source, as_of: datetime.date, within: int | None, department: str | None, folder: Path) -> list[Path]:
    """One mail (`.eml`) for each role that something is to be done by; the files written, in order.

    Raises VbeError where something private stands in the way, or one of the files is there with other content: then nothing
    is written.
    """
    corpus, whole, history = assessed(source, as_of, within)
    refuse_private(corpus)
    setting = _without_links(setting_of(corpus, stamp_of(history, as_of)))
    assessment = narrow(whole, setting, department, ())
    mails: dict[Path, bytes] = {}
    for role, listed in sorted(_by_role(assessment, setting).items()):
        # Where somebody opens it, an address in a title would be a link in a mail from a colleague.
        named = tuple(replace(each, title=unlinked(each.title)) for each in listed)
        narrowed = replace(assessment, freshness=named, remarks=(), counted=None)
        parts = {form: str(writer("letter", form)(narrowed, setting, role)) for form in ("text", "html", "ics")}
        refuse_private(corpus, {f"{role}.{form}": UID.sub("", text) for form, text in parts.items()})
        mails[folder / f"{as_of}-{role}.eml"] = _mail(parts, subject(narrowed, setting), role, setting)
    return _write(mails, folder, source.root)


def _without_links(setting: Setting) -> Setting:
    names = {actor: unlinked(name) for actor, name in setting.names.items()}
    return setting._replace(names=names, municipality=unlinked(setting.municipality))


def _by_role(assessment: Assessment, setting: Setting) -> dict[str, list[Freshness]]:
    """Role → what is outdated or soon will be; where no role is named, the head of the department is asked."""
    found: dict[str, list[Freshness]] = {}
    for freshness in assessment.freshness:
        if freshness.kind in NOT_PLANNED or not (freshness.is_stale or freshness.state in ACUTE):
            continue
        role = freshness.reviewer or freshness.owner_role or setting.heads.get(freshness.department)
        if role is not None:
            found.setdefault(role, []).append(freshness)
    return found


def _mail(parts: dict[str, str], about: str, role: str, setting: Setting) -> bytes:
    """The bytes of a mail; the same each time. A mail program opens it as a draft: it has no sender and was never sent."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(about)
    mail["Date"] = format_datetime(setting.stamp)
    mail["X-Unsent"] = "1"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(parts["text"])
    mail.add_alternative(parts["html"], subtype="html")
    name, kind = f"{_('calendar')}.ics", {"charset": "utf-8", "method": "PUBLISH"}
    mail.add_attachment(parts["ics"].encode(), "text", "calendar", filename=name, params=kind)
    mark = hashlib.sha256("".join([role, *parts.values()]).encode()).hexdigest()[:24]
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"vbe-{mark}-{number}")
    return mail.as_bytes()


def _write(mails: dict[Path, bytes], folder: Path, root: Path) -> list[Path]:
    if not folder.parent.is_dir() or (folder.exists() and not folder.is_dir()):
        raise VbeError(_("There is no folder {path}.").format(path=folder), _("Make it first, or write elsewhere."))
    old = {path: path.read_bytes() if path.is_file() and not path.is_symlink() else None for path in mails}
    for path, content in mails.items():
        if old[path] not in (None, content):
            raise VbeError(_("{path} is there already.").format(path=path), _("Move it away first, or write to another folder."))
    folder.mkdir(exist_ok=True)
    for path, content in mails.items():
        write_atomically(path, content, old[path], root=root)
    return list(mails)
