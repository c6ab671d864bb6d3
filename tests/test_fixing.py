"""What the command writes: fixed drafts, copies with comments, and nothing by half."""

import re
import stat
from pathlib import Path

import pytest

from resolint.readers.word import read
from revisions import looks, parts, rejected
from test_cli import CLEAN, FLAWED, Call, call
from test_word_package import docx, par, run
from test_word_tracked import NUMBERED, NUMBERING

__all__ = ["call"]

OPN = ("check", "--select", "OPN005")


def word(mark: str = ".") -> bytes:
    """Make a draft as a Word file; its first paragraph ends with a mark."""
    return docx(
        par(run("The General Assembly", "<w:i/>"), ",")
        + par(run("Recalling", "<w:i/>"), " the importance of lighthouses,")
        + par("1. ", run("Welcomes", "<w:i/>"), f" the lighthouse{mark}")
        + par("2. ", run("Decides", "<w:i/>"), " to consider the matter.")
    )


def text(path: Path) -> str:
    """Return the text of a Word file."""
    return read(path.read_bytes(), path.name).text


def left(folder: Path) -> list[str]:
    """Return what stands in a folder, hidden files too."""
    return sorted(each.name for each in folder.iterdir())


def test_fix(call: Call, tmp_path: Path) -> None:
    """Safe fixes go into the file, whose mode stays; nothing is left to be found."""
    (tmp_path / "flawed.md").chmod(0o640)
    result = call(*OPN, "--fix", "--show-fixes", "flawed.md", "clean.md")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "flawed.md: fixed 1 × OPN005 operative-ending\n"
    assert (tmp_path / "flawed.md").read_text("utf-8") == CLEAN
    assert stat.S_IMODE((tmp_path / "flawed.md").stat().st_mode) == 0o640
    assert left(tmp_path) == ["clean.md", "flawed.md"]


def test_the_encoding_and_the_line_ends_stay(call: Call, tmp_path: Path) -> None:
    """UTF-16 with its mark, Windows-1252, lines that end as in Windows."""
    for name, encoding in (("a.md", "utf-16"), ("b.md", "cp1252"), ("c.md", "utf-8")):
        raw = FLAWED.replace("the lighthouse.", "the café.").replace("\n", "\r\n")
        (tmp_path / name).write_bytes(raw.encode(encoding))
        assert call(*OPN, "--fix", name).returncode == 0
        want = raw.replace("the café.", "the café;")
        assert (tmp_path / name).read_bytes() == want.encode(encoding)


def test_diff(call: Call, tmp_path: Path) -> None:
    """A unified diff on standard output, exit status 1, and no file touched."""
    result = call(*OPN, "--diff", "flawed.md")
    assert result.returncode == 1
    assert result.stdout.splitlines()[:2] == ["--- flawed.md", "+++ flawed.md"]
    assert "-1. *Welcomes* the restoration of the lighthouse." in result.stdout
    assert "+1. *Welcomes* the restoration of the lighthouse;" in result.stdout
    assert (tmp_path / "flawed.md").read_text("utf-8") == FLAWED
    assert call(*OPN, "--diff", "clean.md").returncode == 0


def test_fix_only(call: Call, tmp_path: Path) -> None:
    """What is left is neither told nor counted."""
    draft = FLAWED.replace("*Recalling*", "Recalling")
    (tmp_path / "flawed.md").write_text(draft, "utf-8")
    result = call("check", "--fix-only", "flawed.md")
    assert (result.returncode, result.stdout) == (0, "")


def test_standard_input_goes_on_to_standard_output(call: Call) -> None:
    """Findings go to standard error then."""
    options = ("--stdin-filename", "a.md", "--fix")
    result = call(*OPN, *options, "-", given=FLAWED)
    assert (result.returncode, result.stdout) == (0, CLEAN)
    result = call("check", *options, "-", given="A letter.\n")
    assert (result.returncode, result.stdout) == (0, "A letter.\n")


def test_a_word_file_is_fixed_in_a_copy(call: Call, tmp_path: Path) -> None:
    """Each fix is a tracked change in it."""
    draft, data = tmp_path / "draft.docx", word()
    draft.write_bytes(data)
    result = call(*OPN, "--fix", "--output", "out.docx", "draft.docx")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert draft.read_bytes() == data
    made = (tmp_path / "out.docx").read_bytes()
    assert "the lighthouse;" in text(tmp_path / "out.docx")
    assert looks(rejected(made)) == looks(data)
    again = call(*OPN, "--fix", "--in-place", "draft.docx")
    assert again.returncode == 0
    assert draft.read_bytes() == made


def test_the_diff_of_a_word_file_shows_its_text(call: Call, tmp_path: Path) -> None:
    """Italics between asterisks, as only they may change."""
    (tmp_path / "draft.docx").write_bytes(word())
    result = call(*OPN, "--diff", "draft.docx")
    assert result.returncode == 1
    assert "-1. *Welcomes* the lighthouse.\n+1. *Welcomes* the lighthouse;" in (
        result.stdout
    )


def test_an_automatic_number_is_told(call: Call, tmp_path: Path) -> None:
    """The finding stays, and says why."""
    enacting = par(run("The General Assembly", "<w:i/>"), ",")
    paragraph = par(
        run("Decides", "<w:i/>"), " to consider the matter.", properties=NUMBERED
    )
    (tmp_path / "a.docx").write_bytes(docx(enacting + paragraph, numbering=NUMBERING))
    options = ("--select", "OPN", "--unsafe-fixes", "--output-format", "full")
    result = call("check", *options, "--fix", "--output", "out.docx", "a.docx")
    assert result.returncode == 1
    why = "its number is automatic: change it in Word"
    assert re.search(rf"^a\.docx: paragraph 1: OPN\d+: {why}$", result.stderr, re.M)
    assert f"note: {why}" in result.stdout


def test_annotate(call: Call, tmp_path: Path) -> None:
    """A copy with a comment a finding: code, message, fix, address."""
    (tmp_path / "draft.docx").write_bytes(word())
    result = call(*OPN, "--annotate", "out.docx", "draft.docx")
    assert result.returncode == 1
    said = parts((tmp_path / "out.docx").read_bytes())["word/comments.xml"].decode()
    assert "OPN005 paragraph 1 should end with a semicolon, not a full stop" in said
    assert "Fix: Write “;”" in said
    assert "https://" in said
    again = call(*OPN, "--annotate", "again.docx", "out.docx")
    assert again.stdout == result.stdout.replace("draft.docx", "out.docx")
    made = [(tmp_path / each).read_bytes() for each in ("out.docx", "again.docx")]
    assert made[0] == made[1]


def test_fix_and_annotate(call: Call, tmp_path: Path) -> None:
    """One copy with both: what can be fixed as changes, what is left as comments."""
    data = word()
    (tmp_path / "draft.docx").write_bytes(data)
    options = ("--fix", "--annotate", "out.docx")
    result = call(*OPN, *options, "draft.docx")
    assert result.returncode == 0
    assert "the lighthouse;" in text(tmp_path / "out.docx")
    assert (tmp_path / "draft.docx").read_bytes() == data


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fix", "draft.docx"], "draft.docx: of a Word file a copy is fixed"),
        (["--fix", "--output", "draft.docx", "draft.docx"], "this is the draft itself"),
        (["--fix", "--output", "x/../draft.docx", "draft.docx"], "no folder x"),
        (["--annotate", "draft.docx", "draft.docx"], "this is the draft itself"),
        (["--annotate", "no/out.docx", "draft.docx"], "there is no folder no"),
        (["--annotate", "out.txt", "draft.docx"], "writes a Word file"),
        (["--annotate", "folder.docx", "draft.docx"], "this is a folder"),
        (["--annotate", "locked.docx", "draft.docx"], "it is read-only"),
        (["--annotate", "out.docx", "clean.md"], "--annotate is for Word files"),
        (["--annotate", "out.docx", "draft.docx", "clean.md"], "for one draft, not 2"),
        (["--fix", "--output", "o.docx", "draft.docx", "clean.md"], "for one draft"),
        (["--fix", "--output", "out.md", "draft.docx"], "should end in .docx"),
        (["--fix", "--in-place", "locked.docx"], "it is read-only"),
        (["--fix", "locked.md"], "it is read-only"),
        (["--output", "out.docx", "draft.docx"], "--output is for --fix"),
        (["--in-place", "draft.docx"], "--in-place is for --fix"),
        (["--fix", "--view", "original", "--output", "out.docx", "draft.docx"],
         "for the final view"),
        (["--annotate", "out.docx", "letter.docx"], "does not look like a resolution"),
        (["-o", "flawed.md", "flawed.md"], "this is the draft itself"),
        (["--fix", "draft.xml"], "fixes cannot be written to akn"),
    ],
)  # fmt: skip
def test_what_cannot_be_written(
    call: Call, tmp_path: Path, arguments: list[str], said: str
) -> None:
    """One line, exit status 2, and every file is what it was."""
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "draft.docx").write_bytes(word())
    (tmp_path / "letter.docx").write_bytes(docx(par("Dear friends of bees")))
    (tmp_path / "locked.docx").write_bytes(word())
    (tmp_path / "locked.md").write_text(FLAWED, "utf-8")
    (tmp_path / "draft.xml").write_text(AKN, "utf-8")
    for name in ("locked.docx", "locked.md"):
        (tmp_path / name).chmod(0o444)
    before = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    result = call(*OPN, *arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    after = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    assert after == before


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><mainBody>
<container name="enactingFormula"><p><i>The General Assembly</i>,</p></container>
<paragraph><num>1.</num><content><p><i>Welcomes</i> the lighthouse.</p></content>
</paragraph>
<paragraph><num>2.</num><content><p><i>Decides</i> to consider the matter.</p></content>
</paragraph>
</mainBody></statement></akomaNtoso>
"""


def test_a_link_is_followed(call: Call, tmp_path: Path) -> None:
    """The file that it names is written to; the link stays a link."""
    (tmp_path / "link.md").symlink_to("flawed.md")
    assert call(*OPN, "--fix", "link.md").returncode == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "flawed.md").read_text("utf-8") == CLEAN
    assert left(tmp_path) == ["clean.md", "flawed.md", "link.md"]
