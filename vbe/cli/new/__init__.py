"""`vbe new KIND`: begin a record, an entry, or a year's follow-ups. A command for each kind, with the fields of that kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer._click import exceptions as faults  # typer's own click: its error classes have no public name

from vbe.cli.usage import Application, SpokenGroup
from vbe.commands import COMMANDS
from vbe.language import _, did_you_mean, enumerate_words
from vbe.model.places import PLACES

if TYPE_CHECKING:
    import typer
    from typer._click.core import Command, Context


class _Kinds(SpokenGroup):
    """The kinds, with what somebody probably meant by another word."""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command of a kind."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            written = next((place for place in PLACES if place.kind == args[0]), None)
            if written is not None:
                message = _("`vbe new` does not begin {kind}.").format(kind=written.kind)
                hint = _("Write the file yourself, such as {file}; `vbe schema {kind}` tells its fields.")
                raise faults.UsageError(f"{message} {hint.format(file=written.example, kind=written.kind)}")
            kinds = _("The kinds are {kinds}.").format(kinds=enumerate_words(self.commands))
            hint = " ".join(part for part in (did_you_mean(args[0], self.commands), kinds) if part)
            raise faults.UsageError(" ".join((_("There is no kind “{name}”.").format(name=args[0]), hint)))
        return super().resolve_command(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the command with its kinds."""
    from vbe.cli.new import documents, entries, organisation
    from vbe.cli.new.making import add_kind

    kinds = Application(
        name="new",
        cls=_Kinds,
        help=_(COMMANDS["new"]),
        rich_markup_mode=None,
        no_args_is_help=True,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("KIND [OPTIONS]"),
    )
    for group in (*documents.KINDS, *entries.KINDS, *organisation.KINDS):
        add_kind(kinds, group)
    app.add_typer(kinds)
