"""`vbe upgrade`: a repository in today's format."""

from __future__ import annotations

from vbe.cli.files import open_source
from vbe.cli.next_step import Proposing, require_ready, write_changes
from vbe.cli.telling import tell, write_output
from vbe.language import _


class UpgradeOptions(Proposing):
    """What `vbe upgrade` takes."""


def upgrade(asked: UpgradeOptions) -> int:
    from vbe.app.upgrade import by_sentence, upgrades
    from vbe.model.formats import FORMAT

    require_ready(asked.root, commit=asked.commits)
    source = open_source(asked.root)
    found = upgrades(source)
    if not found:
        write_output(_("The repository has format {format} already; there is nothing to do.").format(format=FORMAT) + "\n")
        return 0
    sentences = by_sentence(found)
    for sentence, files in sentences.items():
        tell(sentence)
        write_output("".join(f"  {file}\n" for file in files))
    write_changes(asked, source.root, [each.change for each in found], len(found), sentences=list(sentences))
    return 0
