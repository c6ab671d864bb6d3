"""For those who write rules: pages written anew, the index, a new rule.

python -m resolint.authoring pages             what `poe pages` runs
python -m resolint.authoring rule OPN099 name  what `poe rule OPN099 name` runs
"""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from resolint import catalogue, pages
from resolint.guides import page_file
from resolint.packs import Rules, collect
from resolint.profiles import ALL
from resolint.rule import Rule
from resolint.tables import rows

INDEX = ("<!-- index: begin -->\n", "<!-- index: end -->")
PACK = "resolint_rules"
_HEAD = (
    "| code | name | severity | profiles | fix | what |\n|---|---|---|---|---|---|\n"
)
_NONE = "| code | kind | why |\n|---|---|---|\n"

_RULE = '''"""{title}."""

from collections.abc import Iterator

from resolint import Diagnostic, Operative, Resolution, Rule


class {name}(Rule[Operative]):
    """Say what is wrong."""

    code = "{code}"
    name = "{slug}"

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want what the rule asks."""
        yield from ()
'''
_PAGE = """# {slug} ({code})

What the rule asks, in one sentence.

## Why

The United Nations Editorial Manual, [chapter](https://www.un.org/dgacm/en/content/editorial-manual).

## Examples

```resolution
1. *Requests* something that is wrong;
```

## Exceptions

What looks wrong and is not:

```resolution
1. *Requests* something that is right.
```
"""


def rewritten(rules: Rules) -> dict[Path, str]:
    """Return the text that each page should have, by its file."""
    return {
        Path(str(page_file(rule))): pages.load(rule).written()
        for rule in rules.values()
    }


def index(rules: Rules) -> str:
    """Return the table of all rules, and that of the entries that are none."""
    others = "".join(
        f"| {row['code']} | {row['kind']} | {row['why']} |\n"
        for row in rows("no_rules.tsv", PACK)
    )
    table = _HEAD + "".join(map(_row, rules.values()))
    return f"{table}\n## Entries of the catalogue that are no rules\n\n{_NONE}{others}"


def indexed(readme: str, rules: Rules) -> str:
    """Return a text with the table of all rules between its two marks."""
    before, _, rest = readme.partition(INDEX[0])
    _, _, after = rest.partition(INDEX[1])
    return f"{before}{INDEX[0]}\n{index(rules)}\n{INDEX[1]}{after}"


def begun(code: str, slug: str, family: Path) -> dict[Path, str]:
    """Return the files that a new rule begins with."""
    words = slug.split("-")
    stem = "_".join(words)
    title = " ".join(words).capitalize()
    name = "".join(word.capitalize() for word in words)
    made = {"code": code, "slug": slug, "title": title, "name": name}
    return {
        family / f"{stem}.py": _RULE.format(**made),
        family / f"{stem}.md": _PAGE.format(**made),
    }


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return the exit status."""
    pack = import_module(PACK)
    root = Path(str(pack.__file__)).parent
    match arguments:
        case ["pages"]:
            rules = collect([pack])
            readme = root.parent / "README.md"
            made = rewritten(rules)
            made[readme] = indexed(readme.read_text("utf-8"), rules)
            told = root.joinpath(*catalogue.FILE)
            made[told] = catalogue.written(pack, rules.values())
            changed = [
                path
                for path, text in made.items()
                if not path.exists() or path.read_text("utf-8") != text
            ]
            _write({path: made[path] for path in changed})
        case ["rule", code, slug]:
            family = _family(collect([pack]).values(), code, root)
            made = begun(code, slug, family)
            if any(path.exists() for path in made):
                print(f"there is a rule {slug} in {family.name}", file=sys.stderr)
                return 2
            _write(made)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def _family(rules: Iterable[Rule[Any]], code: str, root: Path) -> Path:
    """Return the folder of the family of a code."""
    for rule in rules:
        if rule.code[:3] == code[:3]:
            return Path(str(page_file(rule))).parent
    return root / code[:3].lower()


def _row(rule: Rule[Any]) -> str:
    page = pages.load(rule)
    profiles = [str(each) for each in ALL if each in rule.profiles]
    scope = "all" if len(profiles) == len(ALL) else " ".join(profiles)
    folder = type(rule).__module__.rpartition(".")[0].replace(".", "/")
    link = f"{folder}/{page_file(rule).name}"
    what = page.summary.replace("|", "\\|")
    return (
        f"| [{rule.code}]({link}) | {rule.name} | {rule.severity} | {scope} "
        f"| {_fix(page)} | {what} |\n"
    )


def _fix(page: pages.Page) -> str:
    """Return the safest fix that the examples show."""
    fixes = [
        diagnostic.fix.safety
        for example in page.examples
        for diagnostic in example.found(page.rule)
        if diagnostic.fix
    ]
    return max(fixes).name.lower() if fixes else "–"


def _write(files: dict[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        print(path.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
