"""`resolint archive`: sources, tables, what is bad, and what is not done again."""

import json
import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from archives import RULES, archive, called, ran, text, written

dask = pytest.importorskip("dask")
pytest.importorskip("distributed")
pytest.importorskip("duckdb")
parquet = pytest.importorskip("pyarrow.parquet")

Rows = list[dict[str, Any]]


def rows(folder: Path, table: str) -> Rows:
    """Return the rows of a table, in the order of its parts."""
    files = sorted((folder / table).glob("*.parquet"))
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def test_tables(tmp_path: Path) -> None:
    """A document has a row, and so has each finding, with where it stands."""
    archive(tmp_path / "drafts")
    (tmp_path / "drafts" / "notes.md").write_text("Buy oil for the lamps.\n", "utf-8")
    done = ran(tmp_path, "drafts", "--to", "found.parquet", "--batch", "2")
    said = "found.parquet: 7 documents, 1 skipped, 0 bad, "
    assert done.startswith(said)
    documents = rows(tmp_path / "found.parquet", "documents")
    paths = [row["path"] for row in documents]
    assert paths == sorted(paths)
    assert paths[0] == "0/draft00.md"
    assert [row["status"] for row in documents] == ["ok"] * 6 + ["skipped"]
    first = documents[0]
    assert first["organ"] == "General Assembly"
    assert (first["format"], first["profile"]) == ("markdown", "ga")
    assert (first["preambular"], first["operative"], first["resolutions"]) == (1, 2, 1)
    findings = rows(tmp_path / "found.parquet", "findings")
    (found,) = [
        row for row in findings if row["path"] == paths[0] and row["code"] == "OPN005"
    ]
    assert (found["row"], found["column"]) == (7, 48)
    assert (found["part"], found["paragraph"]) == ("operative", 1)
    assert (found["family"], found["safety"], found["has_fix"]) == ("OPN", "safe", True)
    assert len(findings) == sum(
        row[each] or 0 for row in documents for each in ("errors", "warnings", "infos")
    )
    manifest = json.loads((tmp_path / "found.parquet" / "manifest.json").read_text())
    assert (manifest["documents"], manifest["ok"]) == (7, 6)


def test_same_findings_as_check(tmp_path: Path) -> None:
    """An archive tells what `check` tells."""
    archive(tmp_path / "drafts", 3)
    called(tmp_path, "drafts", "--to", "found", "--isolated")
    checked = subprocess.run(
        [
            *(sys.executable, "-m", "resolint", "check", "--isolated", "--level"),
            *("info", "--output-format", "json", "--exit-zero", "drafts"),
        ],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    told = json.loads(checked.stdout)
    found = rows(tmp_path / "found", "findings")
    keys = ("code", "message", "fingerprint", "severity")
    assert [[row[key] for key in keys] for row in found] == [
        [each[key] for key in keys] for each in told
    ]


def test_zip_and_several_sources(tmp_path: Path) -> None:
    """Several sources have their names before the paths, and a .zip is one."""
    archive(tmp_path / "drafts", 2)
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as packed:
        packed.writestr("deep/one.md", text(1))
        packed.writestr("deep/two.txt", text(2))
        packed.writestr("deep/.hidden.md", text(3))
    ran(tmp_path, "drafts", "old.zip", "--to", "both")
    assert [row["path"] for row in rows(tmp_path / "both", "documents")] == [
        *("drafts/0/draft00.md", "drafts/1/draft01.md"),
        *("old.zip/deep/one.md", "old.zip/deep/two.txt"),
    ]
    ran(tmp_path, "zip://**/*.md::old.zip", "--to", "some")
    assert [row["path"] for row in rows(tmp_path / "some", "documents")] == [
        "deep/one.md"
    ]


def test_damaged_zip(tmp_path: Path) -> None:
    """A file that cannot be unpacked is bad, and the others are not."""
    archive = tmp_path / "old.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.md", text(1) * 9)
        packed.writestr("b.md", text(2))
    data = bytearray(archive.read_bytes())
    data[40:80] = bytes(40)
    archive.write_bytes(data)
    assert "2 documents, 0 skipped, 1 bad" in ran(tmp_path, "old.zip", "--to", "found")
    reason = rows(tmp_path / "found", "documents")[0]["reason"]
    assert reason.startswith("this cannot be unpacked")


def test_files_count_once(tmp_path: Path) -> None:
    """Sources that overlap have one root, and what is excluded is left out."""
    archive(tmp_path / "drafts", 4)
    (tmp_path / "drafts" / "0" / "draft00.pdf").write_bytes(b"%PDF-1.7 ")
    sources = ("drafts/0", "drafts", "drafts/0/draft00.md", "drafts/*/draft01.md")
    ran(tmp_path, *sources, "--to", "found", "--exclude", "2")
    assert [row["path"] for row in rows(tmp_path / "found", "documents")] == [
        *("0/draft00.md", "0/draft03.md", "1/draft01.md")
    ]


def test_bad_files(tmp_path: Path) -> None:
    """What is damaged, hangs, or kills a process is a row with the reason."""
    folder = archive(tmp_path / "drafts", 2)
    (tmp_path / "harbour.py").write_text(RULES, "utf-8")
    (tmp_path / "resolint.toml").write_text('plugins = ["./harbour.py"]\n', "utf-8")
    (folder / "a.docx").write_bytes(b"no Word file")
    (folder / "b.xml").write_bytes(b"<?xml version='1.0'?><broken")
    for word in ("fog", "storm", "rock", "gale"):
        (folder / f"{word}.md").write_text(text(1).replace("coasts", word), "utf-8")
    (folder / "large.md").touch()
    os.truncate(folder / "large.md", 60_000_000)
    done = called(tmp_path, "drafts", "--to", "found", "--time-limit", "3", "-j", "2")
    assert "9 documents, 0 skipped, 6 bad" in done.stdout
    assert done.stderr == ""
    reasons = {
        row["path"]: row["reason"] for row in rows(tmp_path / "found", "documents")
    }
    assert reasons["a.docx"] == "this is damaged, or no Word file"
    assert reasons["fog.md"] == "takes longer than 3 seconds"
    assert reasons["large.md"] == "this is larger than 50 MB"
    assert reasons["rock.md"].startswith("internal error in rule TST001")
    assert "its process died" in reasons["storm.md"]
    assert reasons["b.xml"]
    assert reasons["gale.md"] is None


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are needed")
def test_what_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    """A file that may not be read is bad till it may; the others are not redone."""
    folder = archive(tmp_path / "drafts", 3)
    lost = folder / "0" / "lost.md"
    lost.symlink_to(tmp_path / "elsewhere.md")
    (tmp_path / "elsewhere.md").write_text(text(1), "utf-8")
    (tmp_path / "elsewhere.md").chmod(0)
    if os.access(tmp_path / "elsewhere.md", os.R_OK):
        pytest.skip("this user may read everything")
    ran(tmp_path, "drafts", "--to", "found", "--batch", "1")
    (tmp_path / "elsewhere.md").chmod(0o644)
    done = ran(tmp_path, "drafts", "--to", "found", "--batch", "1")
    assert "0 bad" in done
    assert "(3 were done before)" in done


def test_done_is_not_done_again(tmp_path: Path) -> None:
    """A second run does what has changed, and ends as one from scratch would."""
    folder = archive(tmp_path / "drafts", 8)
    arguments = ("drafts", "--batch", "2", "--to")
    ran(tmp_path, *arguments, "found")
    before = written(tmp_path / "found")
    again = ran(tmp_path, *arguments, "found")
    assert "(8 were done before)" in again
    assert written(tmp_path / "found") == before
    (folder / "1" / "draft01.md").write_text(text(1) * 2, "utf-8")
    (folder / "2" / "draft02.md").unlink()
    (folder / "0" / "new.md").write_text(text(9), "utf-8")
    changed = ran(tmp_path, *arguments, "found")
    assert "8 documents" in changed
    assert "were done before)" in changed
    ran(tmp_path, *arguments, "fresh")
    assert written(tmp_path / "found") == written(tmp_path / "fresh")
    anew = ran(tmp_path, *arguments, "found", "--fresh")
    assert "before" not in anew
    assert written(tmp_path / "found") == written(tmp_path / "fresh")


def test_other_settings_are_done_anew(tmp_path: Path) -> None:
    """What was judged by other settings is not in the tables any more."""
    archive(tmp_path / "drafts", 4)
    ran(tmp_path, "drafts", "--to", "found")
    done = ran(tmp_path, "drafts", "--to", "found", "--select", "OPN005")
    assert "before" not in done
    assert {row["code"] for row in rows(tmp_path / "found", "findings")} == {"OPN005"}
    assert len(rows(tmp_path / "found", "documents")) == 4


def test_settings_by_path(tmp_path: Path) -> None:
    """The configuration here holds, and its patterns see the paths in the tables."""
    archive(tmp_path / "drafts", 3)
    (tmp_path / "resolint.toml").write_text(
        '[per-file-ignores]\n"1/**" = ["OPN005"]\n'
        '[[paths]]\nmatch = "2/**"\nprofile = "mun"\n',
        "utf-8",
    )
    ran(tmp_path, "drafts", "--to", "found")
    found = rows(tmp_path / "found", "findings")
    assert {row["path"] for row in found if row["code"] == "OPN005"} == {
        *("0/draft00.md", "2/draft02.md")
    }
    profiles = [row["profile"] for row in rows(tmp_path / "found", "documents")]
    assert profiles == ["ga", "ga", "mun"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none", "--to", "found"], "none: there is no such file or folder"),
        (["lamp://none", "--to", "found"], "Protocol not known: lamp"),
        (["broken.zip", "--to", "found"], "broken.zip: this cannot be read"),
        (["empty", "--to", "found"], "there are no drafts to examine"),
        (["drafts", "--to", "none/found"], "there is no folder none"),
        (["drafts", "--to", "broken.zip"], "this is a file"),
        (["drafts", "--to", "drafts"], "there is something else in this folder"),
        (["drafts", "--to", "found", "-j", "0"], "neither auto nor a number"),
        (["drafts", "--to", "found", "--select", "OPM"], "there is no rule OPM"),
        (["drafts", "--to", "found", "--config", "plugins=./no.py"], "is not there"),
        (["drafts", "--to", "found", "--scheduler", "tcp://127.0.0.1:1"], "scheduler"),
        (["drafts", "--to", "found", "--scheduler", "lamp"], "--scheduler lamp"),
        (["drafts"], "Missing option '--to'"),
        (["report", "drafts"], "drafts: this has no tables of an archive"),
        (["report", "none"], "none: is not there"),
    ],
)
def test_impossible(tmp_path: Path, arguments: list[str], said: str) -> None:
    """What cannot be done exits with 2, and one line says why."""
    archive(tmp_path / "drafts", 1)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.zip").write_bytes(b"PK no zip")
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        told = ran(tmp_path, *arguments, status=2)
    assert said in told
    assert told.count("\n") == 1


def test_without_the_extra(tmp_path: Path) -> None:
    """It says what to install; no other command needs it."""
    archive(tmp_path / "drafts", 1)
    for name in ("dask", "distributed", "duckdb", "fsspec", "pyarrow"):
        (tmp_path / "none" / name).mkdir(parents=True)
        (tmp_path / "none" / name / "__init__.py").write_text(
            f"raise ModuleNotFoundError('no {name}', name='{name}')\n"
        )
    path = os.pathsep.join([str(tmp_path / "none"), os.environ.get("PYTHONPATH", "")])
    for arguments in (["drafts", "--to", "found"], ["report", "found"]):
        done = called(tmp_path, *arguments, check=False, PYTHONPATH=path)
        assert done.returncode == 2
        assert 'pip install "resolint[archive]"' in done.stderr
        assert done.stderr.count("\n") == 1


def test_any_file_system(tmp_path: Path) -> None:
    """A source is whatever fsspec knows."""
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for number in range(2):
        memory.pipe(f"/coasts/{number}/draft.md", text(number).encode())
    memory.pipe("/coasts/1/picture.png", b"")
    try:
        ran(tmp_path, "memory://coasts", "--to", "found")
    finally:
        memory.rm("/coasts", recursive=True)
    assert [row["path"] for row in rows(tmp_path / "found", "documents")] == [
        *("0/draft.md", "1/draft.md")
    ]


def test_folder_that_cannot_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is done, and the end says that it is not all."""
    from resolint.archive import sources

    archive(tmp_path / "drafts")
    local = type(sources.store(sources.opened(str(tmp_path)).store))
    listed = local.ls

    def refused(self: Any, path: str, *given: Any, **named: Any) -> Any:
        if str(path).rstrip("/").endswith("/1"):
            raise PermissionError(13, "Permission denied", path)
        return listed(self, path, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(local, "ls", refused)
        told = ran(tmp_path, "drafts", "--to", "found", "--quiet", status=2)
    assert told.endswith("drafts/1: this cannot be read: Permission denied\n")
    assert told.count("\n") == 1
    paths = [row["path"] for row in rows(tmp_path / "found", "documents")]
    assert {path[0] for path in paths} == {"0", "2"}
    ran(tmp_path, "drafts", "--to", "found")
    assert len(rows(tmp_path / "found", "documents")) == 6


def test_store_that_is_not_installed(tmp_path: Path) -> None:
    """It says what to install."""
    if find_spec("s3fs"):
        pytest.skip("s3fs is installed")
    told = ran(tmp_path, "s3://coasts/drafts", "--to", "found", status=2)
    assert "s3fs" in told
    assert told.count("\n") == 1


def test_no_port_is_open() -> None:
    """Without a scheduler nobody else can reach what works."""
    from resolint.archive import cluster

    psutil = pytest.importorskip("psutil")
    with cluster.here(1) as client:
        assert client.submit(os.getpid).result() == os.getpid()
        assert psutil.Process().net_connections() == []


def test_two_runs_at_once(tmp_path: Path) -> None:
    """The second one is told that the first is at work."""
    from resolint.archive.dataset import Dataset

    archive(tmp_path / "drafts", 1)
    with Dataset(tmp_path / "found").opened():
        done = called(tmp_path, "drafts", "--to", "found", check=False)
    assert done.returncode == 2
    assert "another run is writing to it" in done.stderr
