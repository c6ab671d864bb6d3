"""Settings in tables and other files, and what is wrong with them."""

from pathlib import Path

import pytest

from lighthouses import Lamps, draft
from resolint.config import ConfigError, nearest_file, read_file, settings_for
from resolint.diagnostic import Diagnostic, Severity
from resolint.engine import lint
from resolint.patterns import fits
from resolint.profiles import Profile
from resolint.settings import Setting, Settings
from resolint.terms import outside
from resolint.text import Span

CODES = ("OPN001", "OPN005", "PRE003", "TST001")


def _settings(folder: Path, *given: str, file: str | None = None) -> Settings:
    nearest_file.cache_clear()
    read_file.cache_clear()
    path = folder / file if file else None
    return settings_for(folder, given, {}, CODES, path)


def _write(folder: Path, text: str, name: str = "resolint.toml") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_extend(tmp_path: Path) -> None:
    """A file says what holds where the file that extends it says no other."""
    _write(tmp_path, 'level = "info"\nprofile = "sc"\nterms = ["One"]\n', "base.toml")
    _write(tmp_path / "a", 'extend = "../base.toml"\nprofile = "ga"\nterms = ["Two"]\n')
    settings = _settings(tmp_path / "a")
    assert (settings.level, settings.profile) == (Severity.INFO, Profile.GA)
    assert settings["terms"] == ("One", "Two")
    assert settings.values["level"].origin.endswith("base.toml:1")


def test_extend_list(tmp_path: Path) -> None:
    """Of several files the last has the word; one that comes twice counts once."""
    _write(tmp_path, 'level = "info"\nterms = ["Root"]\n', "root.toml")
    _write(tmp_path, 'extend = "root.toml"\nprofile = "sc"\n', "one.toml")
    _write(tmp_path, 'extend = "root.toml"\nprofile = "hrc"\n', "two.toml")
    _write(tmp_path, 'extend = ["one.toml", "two.toml"]\n')
    settings = _settings(tmp_path)
    assert settings.profile is Profile.HRC
    assert settings["terms"] == ("Root",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extend = "none.toml"\n', r"toml:1: extend: none\.toml is not there"),
        ('extend = ["a",\n"b"]\n', r"toml:1: extend: a is a folder"),
        ('\nextend = "resolint.toml"\n', r"toml:2: extend: .* back to itself"),
        ('extend = ""\n', r"toml:1: extend should not have an empty word"),
        ('[severity]\nOPN05 = "info"\n', r"toml:2: .*OPN05: did you mean OPN005"),
        ('[severity]\nOPN005 = "inf"\n', r"toml:2: severity of OPN005 .* mean info"),
        ('severity = "info"\n', r"toml:1: severity should be a table"),
        (
            '[per-file-ignores]\n"a/**" = ["PRE"]\n"b/**" = ["PER003"]\n',
            r"toml:3: .*PER003: did you mean PRE003",
        ),
        ('[per-file-ignores]\n"a/**" = 3\n', r"toml:2: .* of a/\*\* should be a list"),
        ('[per-file-ignores]\n"a/**" = []\n', r"toml:2: .* should name a rule"),
        ('[per-file-ignores]\n"!a" = "PRE"\n', r"toml:2: .* what it fits"),
        ('[[paths]]\nmatch = "a"\nprofil = "ga"\n', r"toml:3: .* did you mean profile"),
        (
            '[[paths]]\nmatch = "a"\nprofile = "ecosco"\n',
            r"toml:3: .*did you mean ecosoc",
        ),
        ('[[paths]]\nprofile = "ga"\n', r"toml:1: paths should have match"),
        ("paths = 3\n", r"toml:1: paths should be tables"),
        ("force-exclude = 1\n", r"toml:1: force-exclude should be true or false"),
        ('plugins = ["./no.py"]\n', r"toml:1: plugins: .* \./no\.py is not there"),
        ('plugins = ["no_such"]\n', r"toml:1: plugins: .*no_such cannot be loaded"),
        ('plugins = ["a b"]\n', r"toml:1: plugins: rule pack a b is no module"),
        ('plugins = ["a.py"]\n', r"a\.py cannot be loaded: SystemExit"),
        ('plugins = ["b.py"]\n', r"rule pack b\.py has no rules"),
    ],
)
def test_errors(tmp_path: Path, text: str, message: str) -> None:
    """What is wrong is said in one line, with the line of the row that is."""
    (tmp_path / "a").mkdir()
    _write(tmp_path, "raise SystemExit(0)\n", "a.py")
    _write(tmp_path, "", "b.py")
    _write(tmp_path, text)
    with pytest.raises(ConfigError, match=message) as found:
        _settings(tmp_path)
    assert "\n" not in str(found.value)


def test_extend_loop(tmp_path: Path) -> None:
    """Two files that extend each other are an error, not a hang."""
    _write(tmp_path, 'extend = "resolint.toml"\n', "base.toml")
    _write(tmp_path, 'extend = "base.toml"\n')
    with pytest.raises(ConfigError, match=r"base\.toml:1: .* comes back to itself"):
        _settings(tmp_path)


def test_per_file_ignores(tmp_path: Path) -> None:
    """A pattern begins where its file is; ``**`` and a bare ending are understood."""
    rows = '"archive/**" = ["PRE", "opn005"]\n"*.txt" = "TST001"\n'
    _write(tmp_path, f"[per-file-ignores]\n{rows}")
    settings = _settings(tmp_path)
    assert settings.off(tmp_path / "archive" / "old" / "a.md") == ("PRE", "OPN005")
    assert settings.off(tmp_path / "b" / "a.txt") == ("TST001",)
    assert settings.off(tmp_path / "a.md") == ()
    assert settings.off(tmp_path.parent / "archive" / "a.md") == ()


def test_severity(tmp_path: Path) -> None:
    """The longest prefix says how much a rule matters."""
    _write(tmp_path, '[severity]\nOPN = "info"\nOPN005 = "error"\nALL = "warning"\n')
    settings = _settings(tmp_path, "severity.PRE=info")
    told = [settings.severity(code) for code in CODES]
    assert told == ["info", "error", "info", "warning"]


def test_severity_counts() -> None:
    """It holds in every profile and stage; what a rule lowers itself stays lower."""
    for profile in Profile:
        found = lint(
            draft(), [Lamps()], profile=profile, severities={"TST001": Severity.ERROR}
        )
        assert {each.severity for each in found} == {Severity.ERROR}
    least, wanted = Severity.WARNING, {"TST001": Severity.INFO}
    assert not lint(draft(), [Lamps()], least=least, severities=wanted)


def test_paths(tmp_path: Path) -> None:
    """What is said of a path comes before the file's own; the last row wins."""
    row = '[[paths]]\nmatch = "{}"\n{}\n'
    text = 'profile = "sc"\n' + row.format("mun/**", 'profile = "mun"')
    _write(tmp_path, text + row.format("*.txt", 'profile = "ga"\nstage = "adopted"'))
    assert _settings(tmp_path, file="a.md").profile is Profile.SC
    assert _settings(tmp_path, file="mun/a.md").profile is Profile.MUN
    assert _settings(tmp_path, file="mun/a.txt").profile is Profile.GA
    assert _settings(tmp_path, file="mun/a.txt").stage == "adopted"
    given = _settings(tmp_path, "profile=hrc", file="mun/a.md")
    assert given.profile is Profile.HRC


def test_terms() -> None:
    """A finding within an own term is not told; in other capitals it is."""
    source = draft("The Co‑operation  House of the co-operation house.\n")
    text = source.text
    first, second = text.index("Co"), text.index("co-")
    found = [
        Diagnostic("SPE007", Span(first, first + 12), "one"),
        Diagnostic("SPE007", Span(second, second + 12), "two"),
        Diagnostic("SPE007", Span(0, first + 12), "wider"),
        Diagnostic("SPE007", Span(first, first), "before it"),
    ]
    left = outside(source, found, ("Co-operation House",))
    assert [each.message for each in left] == ["two", "wider", "before it"]


def test_command_line_adds() -> None:
    """What options say of rules in files is added to what the files say."""
    options = {"terms": Setting(("Two",), "--terms")}
    settings = settings_for(None, ('terms=["One"]',), options, CODES)
    assert settings["terms"] == ("One", "Two")


def test_patterns(tmp_path: Path) -> None:
    """Patterns are those of .gitignore: a folder stands for what is below it."""
    file = tmp_path / "drafts" / "old" / "a.md"
    assert fits(file, "drafts", tmp_path)
    assert fits(file, "/drafts/**/*.md", tmp_path)
    assert fits(file, "old/", tmp_path)
    assert not fits(file, "/old", tmp_path)
