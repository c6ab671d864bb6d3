"""Options that cannot be: one line says which and why, and nothing is done."""

from pathlib import Path

import click
import pytest

from calling import Result, called
from resolint.cli.check import check
from test_cli import CLEAN, FLAWED, Call, call

__all__ = ["call"]

Results = dict[str, tuple[Path, Result]]
"""The folder of each call, and what came of it, by its arguments or its settings."""
WRONG: list[tuple[list[str], str]] = [
    (["--select"], "'--select' requires an argument"),
    (["--select", "OPM005"], "--select: there is no rule OPM005: did you mean OPN005?"),
    (["--select", ""], "--select names no rule"),
    (["--select", " , "], "--select names no rule"),
    (["--ignore", "PUN,OPM"], "--ignore: there is no rule OPM: did you mean OPN?"),
    (["--extend-select", "operative"], "--extend-select: there is no rule OPERATIVE"),
    (["--extend-ignore", "OPN9"], "--extend-ignore: there is no rule OPN9"),
    (["--per-file-ignores", "a"], "--per-file-ignores should be PATTERN:CODES"),
    (["--per-file-ignores", "a:"], "--per-file-ignores of a should name a rule"),
    (["--per-file-ignores", "a:OPM005"], "did you mean OPN005?"),
    (["--per-file-ignores", "[:OPN"], "which is no pattern of paths"),
    (["--level", "warn"], "--level cannot be 'warn': did you mean warning?"),
    (["--level", ""], "--level cannot be '': there are error, warning, info"),
    (["--fail-on", "nevr"], "--fail-on cannot be 'nevr': did you mean never?"),
    (["--profile", "gaa"], "--profile cannot be 'gaa': did you mean ga?"),
    (["--stage", "adoptd"], "--stage cannot be 'adoptd': did you mean adopted?"),
    (["--as-of", "2024-13-01"], "--as-of should be a day such as 2024-12-31"),
    (["--view", "orig"], "--view cannot be 'orig': did you mean original?"),
    (["--output-format", "jsn"], "--output-format cannot be 'jsn': did you mean json?"),
    (["--output-format", "sarif:"], "name of a file after sarif:"),
    (["--output-format", "sarif:none/a"], "there is no folder none"),
    (["--output-format", "sarif:folder"], "sarif: folder: this is a folder"),
    (["--format", ""], "--format: the template is empty"),
    (["--format", "%(pth)s"], "--format: there is no field pth: did you mean path?"),
    (["--format", "%(lamps)s"], "there are path, row, col, code, text,"),
    (["--format", "%s"], "“%s” names no field: write %(path)s, or %% for"),
    (["--format", "100%"], "“%” names no field"),
    (["--format", "%(path)"], "“%(path)” should be written %(path)s"),
    (["--format", "%(row)q"], "“%(row)q” should be written %(row)d"),
    (["--format", "%(path)d"], "“%(path)d” should be written %(path)s"),
    (["--format", "%(row)999999999d"], "“%(row)999999999d” is too wide"),
    (["--format", "%(row)d", "--output-format", "json"], "--output-format text only"),
    (["--output-file", ""], "--output-file is empty"),
    (["-o", "folder"], "--output-file folder: this is a folder"),
    (["-o", "none/out.txt"], "--output-file none/out.txt: there is no folder none"),
    (["-o", "flawed.md"], "--output-file flawed.md: this is the draft itself"),
    (["-o", "./folder/../flawed.md"], "this is the draft itself"),
    (["--color", "green"], "'--color': 'green' is not one of"),
    (["--stdin-filename", ""], "--stdin-filename is empty"),
    (["--fix", "--output", ""], "--output is empty"),
    (["--fix", "--output", "folder"], "--output folder: this is a folder"),
    (["--fix", "--output", "none/a.md"], "there is no folder none"),
    (["--output", "a.md"], "--output is for --fix"),
    (["--in-place"], "--in-place is for --fix"),
    (["--annotate", ""], "--annotate is empty"),
    (["--annotate", "folder"], "--annotate folder: this is a folder"),
    (["--annotate", "a.txt"], "--annotate writes a Word file"),
    (["--add-ignore=a -- b"], "--add-ignore: the reason should be one line"),
    (["--add-ignore", "--fix"], "--add-ignore and --fix cannot both hold"),
    (["--baseline", ""], "--baseline is empty"),
    (["--baseline", "none.json"], "none.json: the baseline cannot be read: No such"),
    (["--baseline", "folder"], "folder: the baseline cannot be read: Is a directory"),
    (["--baseline", "flawed.md"], "flawed.md: this is no baseline, or it is damaged"),
    (["--baseline", "flawed.md", "--write-baseline"], "flawed.md: this is no baseline"),
    (["--baseline", "none/b", "--write-baseline"], "there is no folder none"),
    (["--write-baseline", "--prune-baseline"], "leave out --prune-baseline"),
    (["--write-baseline", "--fix"], "fix them, or add remarks, in a run of its own"),
    (["--write-baseline", "--add-ignore"], "in a run of its own"),
    (["--since", "none", "-"], "--since is for files, not for standard input"),
    (["--since", "none"], "--since none: .: "),
    (["--watch", "--fix"], "--watch only tells what it finds: leave out --fix"),
    (["--watch", "--add-ignore"], "leave out --add-ignore"),
    (["--watch", "--write-baseline"], "leave out --write-baseline"),
    (["--watch", "--output-format", "json"], "leave out --output-format"),
    (["--watch", "clean.md"], "--watch is for one file, not 2"),
    (["--jobs", "0"], "'0' is neither auto nor a number from 1 on"),
    (["-j", "many"], "'many' is neither auto nor a number from 1 on"),
    (["--cache-dir", ""], "--cache-dir is empty"),
    (["--exclude"], "'--exclude' requires an argument"),
    (["--extend-exclude"], "'--extend-exclude' requires an argument"),
    (["--config", ""], "--config: should be a file, or KEY=VALUE"),
    (["--config", "folder"], "--config folder: this is a folder"),
    (["--config", "level"], "--config level: there is no such file, and a setting is"),
    (["--config", "levl=info"], "there is no setting levl: did you mean level?"),
    (["--config", "colour=1"], "there is no setting colour: there are extend, select,"),
    (["--config", "level="], "--config level: level cannot be ''"),
    (["--config", "format=%(a)s"], "--config format: there is no field a"),
    (["--config", "severity.OPN=dim"], "severity of OPN cannot be 'dim'"),
    (["--config", "options.OPN005.lamp=1"], "OPN005 has no option lamp"),
    (["--config", "options.OPM005.lamp=1"], "no rule OPM005: did you mean OPN005?"),
    (["--config", "options.MUN.conference=amn"], "cannot be 'amn': did you mean amun?"),
    (["--config", 'plugins="./none.py"'], "rule pack ./none.py is not there"),
    (["--config", 'baseline="a\\u0000b"'], "should not have a NUL character"),
    (["--lamps"], "No such option '--lamps'"),
    (["--exclud", "a"], "Did you mean one of: '--exclude'"),
    ([""], "the name of a file is empty"),
]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Return what comes of all that is wrong here."""
    base = tmp_path_factory.mktemp("wrong")
    wrong = {
        _id(options): ["check", *_drafts(options), *options] for options, _ in WRONG
    }
    wrong |= {_id(arguments): arguments for arguments, _ in OTHERS}
    drafts = ["flawed.md", "clean.md"]
    wrong |= {text: ["check", "--config", "a.toml", *drafts] for text, _ in SETTINGS}
    folders = [base / str(number) for number in range(len(wrong))]
    for folder, key in zip(folders, wrong, strict=True):
        (folder / "folder").mkdir(parents=True)
        (folder / "clean.md").write_text(CLEAN, "utf-8")
        (folder / "flawed.md").write_text(FLAWED, "utf-8")
        (folder / "bad.py").write_text("import lamps_that_are_not\n", "utf-8")
        data = f"\n{key}\n".encode("utf-8", "surrogateescape")
        (folder / "a.toml").write_bytes(data)
    found = called(zip(folders, wrong.values(), strict=True))
    return dict(zip(wrong, zip(folders, found, strict=True), strict=True))


def _id(arguments: list[str]) -> str:
    return " ".join(arguments)


def _drafts(options: list[str]) -> list[str]:
    """Return the draft to check, but for an option that would take it for its value."""
    return (
        []
        if options in (["--select"], ["--exclude"], ["--extend-exclude"])
        else ["flawed.md"]
    )


@pytest.mark.parametrize(
    ("options", "said"), WRONG, ids=[_id(options) for options, _ in WRONG]
)
def test_check(results: Results, options: list[str], said: str) -> None:
    """One line, exit status 2, nothing on standard output, no file touched."""
    folder, result = results[_id(options)]
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.startswith("resolint")
    assert result.stderr.count("\n") == 1
    names = ["a.toml", "bad.py", "clean.md", "flawed.md", "folder"]
    assert sorted(each.name for each in folder.iterdir()) == names
    assert (folder / "flawed.md").read_text("utf-8") == FLAWED
    assert (folder / "clean.md").read_text("utf-8") == CLEAN


def test_every_option_is_tried() -> None:
    """Each that takes a value is among the wrong ones above."""
    tried = {word.split("=")[0] for options, _ in WRONG for word in options}
    for option in check.params:
        if isinstance(option, click.Option) and not option.is_flag:
            assert tried.intersection(option.opts), option.opts


OTHERS: list[tuple[list[str], str]] = [
    (["rule"], "Missing argument 'CODE'"),
    (["rule", "OPM005"], "there is no rule OPM005: did you mean OPN005?"),
    (["rule", "operative-endin"], "did you mean operative-ending?"),
    (["clean", "--cache-dir", ""], "--cache-dir is empty"),
    (["clean", "--cache-dir", "folder/.."], "this is no folder of ours"),
    (["rules", "lamps"], "unexpected extra argument (lamps)"),
    (["rules", "--output-format", "jsn"], "'jsn' is not one of 'text', 'json'"),
    (["parse"], "Missing argument 'FILE'"),
    (["parse", "none.md"], "none.md: there is no such file"),
    (["parse", "."], ".: this is a folder"),
    (["parse", "--output-format", "xml", "clean.md"], "'xml' is not one of"),
    (["parse", "--view", "lamp", "clean.md"], "--view cannot be 'lamp'"),
    (["parse", "--as-of", "soon", "clean.md"], "--as-of should be a day"),
    (["parse", "--profile", "gaa", "clean.md"], "did you mean ga?"),
    (["parse", "--stage", "lamp", "clean.md"], "there are auto, draft, adopted"),
    (["new", "a.md"], "Missing option '--profile'"),
    (["new", "--profile", "gaa", "a.md"], "'gaa' is not one of"),
    (["new", "--profile", "ga", "a.txt"], "is written as .docx or .md"),
    (["new", "--profile", "ga", "none/a.md"], "there is no folder none"),
    (["new", "--profile", "ga", "clean.md"], "clean.md: this is there already"),
    (["symbol"], "Missing argument 'SYMBOL...'"),
    (["config", "none"], "none: there is no such file or folder"),
    (["config", "--schema", "lamp"], "'lamp' is not one of 'settings', 'output'"),
    (["config", "--config", "none.toml"], "none.toml: there is no such file"),
    (["config", "--config", "levl=1"], "did you mean level?"),
    (["config", "--config", "options.OPN005.a=1"], "OPN005 has no option a"),
    (["lamps"], "there is no command lamps"),
    (["chek"], "there is no command chek: did you mean check?"),
    (["--lamps"], "No such option '--lamps'"),
]


@pytest.mark.parametrize(
    ("arguments", "said"), OTHERS, ids=[_id(each) for each, _ in OTHERS]
)
def test_other_commands(results: Results, arguments: list[str], said: str) -> None:
    """The same of whatever else there is to be called."""
    _, result = results[_id(arguments)]
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


SETTINGS = [
    ('lvel = "info"', "a.toml:2: there is no setting lvel: did you mean level?"),
    ("level = info", "a.toml:2: is not TOML: "),
    ('level = "a"\nlevel = "b"', "a.toml:3: is not TOML: Cannot overwrite"),
    ('select = ["PUN",\n"OPM005"]', "a.toml:3: there is no rule OPM005: did you"),
    ('[[paths]]\nmtch = "a"', "a.toml:3: paths has no key mtch: did you mean"),
    ('[severity]\nOPM = "info"', "a.toml:3: there is no rule OPM: did you mean"),
    ("[options.OPN005]\nlamp = 3", "a.toml:3: OPN005 has no option lamp"),
    ('extend = "none.toml"', "a.toml:2: extend: none.toml is not there"),
    ('extend = "a.toml"', "a.toml:2: extend: a.toml comes back to itself"),
    ('as-of = "soon"', "a.toml:2: as-of should be a day such as 2024-12-31"),
    ('respect-gitignore = "maybe"', "a.toml:2: respect-gitignore should be true"),
    ("terms = 3", "a.toml:2: terms should be a list of words"),
    ('plugins = "./bad.py"', "a.toml:2: plugins: rule pack ./bad.py cannot be"),
    ('baseline = "none.json"', "none.json: the baseline cannot be read: No such"),
    ('format = "%(lamp)s"', "a.toml:2: format: there is no field lamp"),
    ('output-format = "jsn"', "a.toml:2: output-format cannot be 'jsn'"),
    ('per-file-ignores = { a = "OPM" }', "a.toml:2: there is no rule OPM"),
    ("\udcff", "a.toml: is not UTF-8"),
    (f"a = {'[' * 9000}", "a.toml: is not TOML: "),
]


@pytest.mark.parametrize(
    ("text", "said"),
    SETTINGS,
    ids=[each[:24] if each.isprintable() else "bytes" for each, _ in SETTINGS],
)
def test_configuration(results: Results, text: str, said: str) -> None:
    """The file and the line are told, once, however many drafts there are."""
    _, result = results[text]
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"resolint: {said}")
    assert result.stderr.count("\n") == 1


def test_configuration_below(call: Call, tmp_path: Path) -> None:
    """The files of other folders are linted all the same; it is told once."""
    for folder, text in (("a", "levl = 1\n"), ("b", "[options.OPN005]\nlamp = 3\n")):
        (tmp_path / folder / "c").mkdir(parents=True)
        (tmp_path / folder / "resolint.toml").write_text(text, "utf-8")
        for name in ("one.md", "two.md", "c/three.md"):
            (tmp_path / folder / name).write_text(FLAWED, "utf-8")
    result = call("check", "--select", "OPN005", "--format", "%(path)s", ".")
    assert (result.returncode, result.stdout) == (2, "flawed.md\n")
    a, b = sorted(result.stderr.splitlines())
    assert a.startswith("a/resolint.toml:1: there is no setting levl: did you mean")
    assert b.startswith("b/resolint.toml:2: OPN005 has no option lamp")
