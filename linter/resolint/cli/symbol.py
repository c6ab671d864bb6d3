"""``resolint symbol``: what a document symbol says."""

import re
from collections.abc import Iterator

import click

from resolint.lexicon import Lexicons
from resolint.regex import regex
from resolint.symbol import Explained, explained
from resolint.symbol.acts import act_of

_COUNCIL = regex(r"(?:S/RES/)?(\d{1,4} \(\d{4}\))")
_FACTS = "REF"
"""The family of rules that hold what is cited against what is known."""
_ACTS = ("symbol", "resolution", "decision")
"""What is said of a number or a citation that is a symbol."""
_PARAGRAPH = "first preambular paragraph"


@click.command()
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL...")
def symbol(symbols: tuple[str, ...]) -> int:
    """Explain document symbols, resolution numbers and citations.

    Exits with 1 if any of them is wrong, and says what was probably meant.
    """
    wrong = False
    for number, text in enumerate(symbols):
        found = explained(text)
        if number:
            click.echo()
        click.echo(f"{found.text}: {found.kind}" if found.kind else found.text)
        for name, value in (*found.parts, *_known(found)):
            click.echo(f"  {name}: {value}")
        if found.url:
            click.echo(f"  address: {found.url}")
        problems = [*_faults(found.text)] if found.valid else [found.problem]
        for problem in problems:
            click.echo(f"  problem: {problem}")
        if not found.valid and found.suggestion:
            click.echo(f"  probably meant: {found.suggestion}")
        wrong = wrong or bool(problems)
    return int(wrong)


def _known(found: Explained) -> Iterator[tuple[str, str]]:
    """Yield what packs know of the one resolution or decision that is meant."""
    named = {value for name, value in found.parts if name in _ACTS}
    acts = {act for symbol in {found.text, *named} if (act := act_of(symbol))}
    if len(acts) != 1:
        return
    lexicon = Lexicons(lambda line: click.echo(f"resolint: {line}", err=True))
    act = acts.pop()
    day = lexicon.adopted(*act)
    # Where a date is cited, it has been told, and the rules look whether it is right.
    if day and "adopted" not in dict(found.parts):
        yield "adopted", day.isoformat()
    for title in lexicon.holds(*act):
        yield "instrument", title


def _faults(text: str) -> Iterator[str]:
    """Yield what the rules on references say of a citation that is well formed."""
    from resolint.cli.known import known_rules
    from resolint.engine import lint
    from resolint.text import Source

    council = _COUNCIL.fullmatch(text)
    cited = f"Security Council resolution {council[1]}" if council else text
    rules = [rule for code, rule in known_rules().items() if code.startswith(_FACTS)]
    draft = Source.plain(f"The General Assembly,\nRecalling {cited},")
    for diagnostic in lint(draft, rules):
        said = re.sub(rf" (?:in|of) (?:the )?{_PARAGRAPH}", "", diagnostic.message)
        yield said.replace(_PARAGRAPH, "this")
