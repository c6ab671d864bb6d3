"""``resolint new``: a draft to begin with."""

from importlib.resources import files
from pathlib import Path

import click

from resolint.cli.writing import UnwritableError, refuse, write
from resolint.paths import is_there

_PROFILES = ("ga", "sc", "hrc", "ecosoc", "mun")
_ENDINGS = (".docx", ".md")


@click.command()
@click.argument("out", metavar="OUT.docx|OUT.md")
@click.option(
    "--profile",
    type=click.Choice(_PROFILES, case_sensitive=False),
    required=True,
    help="Whose draft it is.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def new(out: str, profile: str, force: bool) -> None:
    """Write a draft to begin with: a masthead, one of each paragraph, a note."""
    path = Path(out)
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise click.UsageError(f"{out}: a draft is written as .docx or .md")
    try:
        refuse(path, "new")
        if is_there(path) and not force:
            raise UnwritableError(f"{out}: this is there already; see --force")
        write(path, _template(profile, ending))
    except UnwritableError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f"{out}: cannot be written: {reason}") from None
    except ValueError as error:
        raise click.ClickException(f"cannot be written: {error}") from None


def _template(profile: str, ending: str) -> bytes:
    """Return the draft of a profile: its text is one, whatever the format."""
    name = f"{profile}.md"
    data = files("resolint").joinpath("data", "templates", name).read_bytes()
    if ending == ".md":
        return data
    from resolint.builder import parse
    from resolint.readers import read
    from resolint.render.word import as_word

    return as_word(parse(read(data, name)))
