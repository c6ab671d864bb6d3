"""`resolint archive` on machines that die: nothing is lost, and nothing is twice."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from pyarrow import parquet

from archives import RULES, archive, begun, called, command, killed, written
from resolint.archive.batches import Batch
from resolint.archive.cluster import ClusterError, elsewhere, results
from resolint.archive.dataset import Dataset
from resolint.archive.order import MismatchError, ordered
from resolint.archive.parts import Part
from resolint.settings import Settings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX knows them")

PATIENCE = 60.0
COUNT = 12
SLOW = {"HARBOUR": "0.15"}
"""How long each draft takes at least: then there is a middle to be killed in."""
ARGUMENTS = ("drafts", "--batch", "2", "--to")


def waited(for_: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not for_():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with drafts, and with ``whole``: what is to come of them."""
    folder = tmp_path_factory.mktemp("archive")
    archive(folder / "drafts", COUNT)
    (folder / "harbour.py").write_text(RULES, "utf-8")
    (folder / "resolint.toml").write_text('plugins = ["./harbour.py"]\n', "utf-8")
    called(folder, *ARGUMENTS, "whole")
    return folder


@pytest.fixture
def cluster(here: Path) -> Iterator[Callable[..., "Cluster"]]:
    """Return what starts a scheduler and some workers, each a process."""
    started: list[Cluster] = []

    def start(workers: int, **variables: str) -> Cluster:
        started.append(Cluster(here, workers, **variables))
        return started[-1]

    yield start
    for each in started:
        for process in (*each.workers, each.scheduler):
            with suppress(ProcessLookupError):
                killed(process)


class Cluster:
    """A scheduler and workers of Dask."""

    def __init__(self, here: Path, count: int, **variables: str) -> None:
        self.here, self.variables = here, variables
        file = here / f"scheduler-{time.monotonic_ns()}.json"
        common = ("--scheduler-file", str(file), "--host", "127.0.0.1")
        self.log = here / f"{file.stem}.log"
        self.scheduler = self._begun("scheduler", *common, "--port", "0")
        waited(file.exists)
        waited(lambda: file.read_text().endswith("}"))
        self.address: str = json.loads(file.read_text())["address"]
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
        self.workers = [
            self._begun("worker", *common, *options, "--local-directory", str(here))
            for _ in range(count)
        ]

    def _begun(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        arguments = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options]
        if what == "scheduler":
            arguments += ["--dashboard-address", "127.0.0.1:0"]
        with self.log.open("ab") as log:
            return begun(self.here, arguments, log, **SLOW, **self.variables)


def parts(folder: Path) -> int:
    """Return how many batches are done, and not put into place."""
    return len([*(folder / "unfinished" / "documents").glob("*.parquet")])


def test_a_worker_is_killed(here: Path, cluster: Callable[..., Cluster]) -> None:
    """The other one does what it has not done, and the tables are the same."""
    two = cluster(2)
    log = here / "client.log"
    with log.open("wb") as out:
        arguments = command(*ARGUMENTS, "clustered", "--scheduler", two.address)
        client = begun(here, arguments, out)
    waited(lambda: parts(here / "clustered") >= 2)
    assert client.poll() is None
    killed(two.workers[0])
    assert client.wait(PATIENCE) == 0, log.read_text()
    assert written(here / "clustered") == written(here / "whole")
    assert two.workers[1].poll() is None


def test_a_batch_takes_its_workers_with_it(
    here: Path, cluster: Callable[..., Cluster]
) -> None:
    """Its files are recorded as bad, the run goes on, and the next tries them again."""
    two = cluster(2, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
    log = here / "given-up.log"
    with log.open("wb") as out:
        arguments = command(*ARGUMENTS, "given-up", "--scheduler", two.address)
        client = begun(here, arguments, out)
    waited(lambda: parts(here / "given-up") >= 1)
    killed(two.workers[0])
    assert client.wait(PATIENCE) == 0, log.read_text()
    rows = [
        row
        for file in (here / "given-up" / "documents").glob("*.parquet")
        for row in parquet.read_table(file).to_pylist()
    ]
    assert len(rows) == COUNT
    bad = [row["reason"] for row in rows if row["status"] == "bad"]
    assert set(bad) == {"several workers were lost over this batch"}
    assert len(bad) < COUNT
    called(here, *ARGUMENTS, "given-up")
    assert written(here / "given-up") == written(here / "whole")


def test_the_scheduler_is_killed(here: Path, cluster: Callable[..., Cluster]) -> None:
    """The run says so and ends; the same command goes on elsewhere."""
    one = cluster(1)
    log = here / "lost.log"
    with log.open("wb") as out:
        arguments = command(*ARGUMENTS, "lost", "--scheduler", one.address)
        hurry = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"}
        client = begun(here, arguments, out, **hurry)
    waited(lambda: parts(here / "lost") >= 1)
    killed(one.scheduler)
    assert client.wait(PATIENCE) == 2
    said = log.read_text()
    assert "the scheduler is gone" in said
    assert said.count("\n") == 1
    done = called(here, *ARGUMENTS, "lost")
    assert "were done before)" in done.stdout
    assert written(here / "lost") == written(here / "whole")


def test_no_worker(cluster: Callable[..., Cluster]) -> None:
    """Nobody waits for ever."""
    order = ordered(Settings(), False, 60)
    batch = Batch(number=0, key="0", entries=())
    with elsewhere(cluster(0).address) as client:
        done = results(client, iter([batch]), order, patience=0.5)
        with pytest.raises(ClusterError, match="no worker is left"):
            next(done)


def test_other_rules() -> None:
    """A worker that would judge otherwise does not judge."""
    order = ordered(Settings(), False, 60)
    order.prove()
    with pytest.raises(MismatchError, match="install the same everywhere"):
        replace(order, made_by="others").prove()


def test_the_run_is_killed(here: Path) -> None:
    """What is done by then is not done again, and the tables are the same."""
    for least in (1, 3):
        with (here / "killed.log").open("wb") as out:
            client = begun(here, command(*ARGUMENTS, "killed"), out, **SLOW)
        waited(lambda count=least: parts(here / "killed") >= count)  # type: ignore[misc]
        assert client.poll() is None
        killed(client)
        assert not (here / "killed" / "manifest.json").exists()
    done = called(here, *ARGUMENTS, "killed")
    assert "were done before)" in done.stdout
    assert written(here / "killed") == written(here / "whole")


def test_nothing_is_lost_or_twice(here: Path) -> None:
    """The tables have each draft once, in the order of their paths."""
    paths = [
        path
        for file in sorted((here / "whole" / "documents").glob("*.parquet"))
        for path in parquet.read_table(file)["path"].to_pylist()
    ]
    there = [file.relative_to(here / "drafts") for file in here.glob("drafts/*/*.md")]
    assert paths == sorted(each.as_posix() for each in there)
    assert len(paths) == COUNT


@pytest.mark.parametrize("moment", range(0, 14, 2))
def test_killed_while_parts_are_put_into_place(
    here: Path, tmp_path: Path, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever it is, the next run ends as if nothing had been."""
    copytree(here / "whole", tmp_path / "found")
    tables = {"documents": b"", "findings": b""}
    (old, *_) = sorted((here / "whole" / "documents").glob("*.parquet"))
    for table in tables:
        tables[table] = (here / "whole" / table / old.name).read_bytes()
    batches = [Batch(number=at, key=f"{at:024}", entries=()) for at in range(3)]
    part = Part(tables=tables, counts={})
    keys = [each.key for each in batches]
    moves = 0
    really = Path.replace

    class Killed(BaseException):
        """No handler has heard of it."""

    def moved(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == moment + 1:
            raise Killed
        return really(self, target)

    def run() -> None:
        found = Dataset(tmp_path / "found")
        with found.opened():
            for batch in batches:
                if not found.has(batch):
                    found.add(batch, part)
            found.finish(keys, {})

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", moved)
        with suppress(Killed):
            run()
    run()
    names = [f"{at:06}-{key}.parquet" for at, key in enumerate(keys)]
    for table in tables:
        there = (tmp_path / "found" / table).iterdir()
        assert sorted(each.name for each in there) == names
    assert not (tmp_path / "found" / "unfinished").exists()
