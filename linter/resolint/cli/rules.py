"""``resolint rule`` and ``resolint rules``: what the rules ask."""

import json
from typing import Any

import click

from resolint import guides
from resolint.cli.known import rules_here
from resolint.diagnostic import Severity
from resolint.profiles import ALL
from resolint.rule import Rule
from resolint.selection import nearest


@click.command()
@click.argument("code")
def rule(code: str) -> None:
    """Print the page of a rule: what it asks, why, and examples.

    CODE is its code, such as OPN005, or its name, such as operative-ending.
    """
    rules = rules_here()
    names = {each.name: each for each in rules.values()}
    found = rules.get(code.upper()) or names.get(code.lower())
    if found is None:
        near = nearest(code.upper(), rules) or nearest(code.lower(), names)
        raise click.ClickException(f"there is no rule {code}{near}")
    try:
        click.echo(guides.load(found).markdown, nl=False)
    except guides.PageError as error:
        raise click.ClickException(str(error)) from None


@click.command()
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", help="How."
)
def rules(output_format: str) -> None:
    """List all rules: code, severity, name, and what it asks."""
    found = rules_here().values()
    if output_format == "json":
        rows = [_row(each) for each in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    width = max((len(each.name) for each in found), default=0)
    level = max(map(len, Severity))
    for each in found:
        row = f"{each.code}  {each.severity:{level}}  {each.name:{width}}"
        click.echo(f"{row}  {_summary(each)}".rstrip())


def _row(each: Rule[Any]) -> dict[str, Any]:
    try:
        guide = guides.load(each)
    except guides.PageError:
        guide = guides.Guide(each, "")
    return {
        "code": each.code,
        "name": each.name,
        "severity": str(each.severity),
        "severities": {str(key): str(value) for key, value in each.severities.items()},
        "profiles": [str(one) for one in ALL if one in each.profiles],
        "stages": [str(one) for one in each.stages],
        "needs": sorted(map(str, each.needs)),
        "summary": guide.summary,
        "url": guide.link,
        "page": guide.markdown,
    }


def _summary(each: Rule[Any]) -> str:
    try:
        return guides.load(each).summary
    except guides.PageError:
        return ""
