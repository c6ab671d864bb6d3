"""Settings: where they come from, and what is wrong with them."""

from pathlib import Path

import pytest

from lighthouses import Ends, Lamps, Slanted
from resolint.config import ConfigError, nearest_file, read_file, settings_for
from resolint.diagnostic import Severity
from resolint.selection import SelectionError, chosen, known
from resolint.settings import Setting, Settings

RULES = (Lamps(), Ends(), Slanted())
CODES = ("OPN001", "OPN005", "PRE003", "TST001")


def _settings(folder: Path, *given: str, **options: Setting) -> Settings:
    nearest_file.cache_clear()
    read_file.cache_clear()
    return settings_for(folder, given, options, CODES)


def _write(folder: Path, text: str, name: str = "resolint.toml") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_defaults(tmp_path: Path) -> None:
    """Without a file, all rules are on, and warnings are shown and fail."""
    settings = settings_for(None, (), {}, CODES)
    assert settings.select == ("ALL",)
    assert settings.level is settings.fail_on is Severity.WARNING
    assert settings.profile is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("resolint.toml", 'level = "info"\n'),
        (".resolint.toml", 'level = "info"\n'),
        ("pyproject.toml", '[tool.resolint]\nlevel = "info"\n'),
    ],
)
def test_files(tmp_path: Path, name: str, text: str) -> None:
    """Three files can hold settings; that of a folder above counts."""
    _write(tmp_path, text, name)
    (tmp_path / "drafts").mkdir()
    assert _settings(tmp_path / "drafts").level is Severity.INFO


def test_nearest_wins(tmp_path: Path) -> None:
    """The nearest file holds alone; a pyproject.toml without our table is none."""
    _write(tmp_path, 'profile = "sc"\nlevel = "info"\n')
    _write(tmp_path / "mun", 'profile = "mun"\n', ".resolint.toml")
    _write(tmp_path / "mun" / "one", "[project]\n", "pyproject.toml")
    settings = _settings(tmp_path / "mun" / "one")
    assert settings.profile == "mun"
    assert settings.level is Severity.WARNING


def test_options_win(tmp_path: Path) -> None:
    """An option comes before --config, and that before the file."""
    _write(tmp_path, 'level = "info"\nstage = "draft"\nprofile = "ga"\n')
    option = Setting("hrc", "--profile")
    settings = _settings(tmp_path, "stage=adopted", "profile=sc", profile=option)
    assert (settings.level, settings.stage, settings.profile) == (
        "info",
        "adopted",
        "hrc",
    )


def test_extend(tmp_path: Path) -> None:
    """What extends a list is added to the file's."""
    _write(tmp_path, 'select = ["OPN"]\nextend-select = ["PRE"]\n')
    option = {"extend-select": Setting(("TST",), "--extend-select")}
    assert _settings(tmp_path, **option).select == ("OPN", "PRE", "TST")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('level = "info"\nprofil = "ga"\n', r"toml:2: .*profil: did you mean profile"),
        ('\nselect = ["OPN05"]\n', r"toml:2: .*OPN05: did you mean OPN005"),
        ('level = "eror"\n', r"toml:1: level .*'eror': did you mean error"),
        ("as-of = 12\n", r"toml:1: as-of .*2024-12-31"),
        ("exclude = 3\n", r"toml:1: exclude .*list"),
        ("format = 3\n", r"toml:1: format .*text"),
        ("level = \n", r"toml:1: is not TOML"),
    ],
)
def test_errors(tmp_path: Path, text: str, message: str) -> None:
    """What is wrong is said in one line, with file, line and the nearest word."""
    _write(tmp_path, text)
    with pytest.raises(ConfigError, match=message) as found:
        _settings(tmp_path)
    assert "\n" not in str(found.value)


def test_config_file_missing(tmp_path: Path) -> None:
    """A file that is asked for must be there."""
    with pytest.raises(ConfigError, match=r"none\.toml: there is no such file"):
        _settings(tmp_path, str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["ALL"], [], ["TST001", "TST002", "TST003"]),
        (["TST"], ["TST002"], ["TST001", "TST003"]),
        (["TST001"], ["TST"], ["TST001"]),
        (["TST"], ["TST"], []),
        (["OPN"], [], []),
    ],
)
def test_chosen(select: list[str], ignore: list[str], codes: list[str]) -> None:
    """The longest prefix decides; of two alike, the one that ignores."""
    assert [rule.code for rule in chosen(RULES, select, ignore)] == codes


def test_unknown_code() -> None:
    """A code that no rule has is an error, with the nearest one."""
    with pytest.raises(SelectionError, match=r"OPM005: did you mean OPN005\?"):
        known("OPM005", CODES)
