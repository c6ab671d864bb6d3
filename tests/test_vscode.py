"""The extension for VS Code: built and tested with npm, and packaged."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[1] / "editors" / "vscode"
NPM = shutil.which("npm")
OLDEST = 20
"""The first version of Node.js that can build it."""
_UNREACHED = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONN|ENETUNREACH|ETIMEDOUT|ERR_SOCKET|ENOTCACHED|E403|E5\d\d"
)
"""What npm says where it cannot reach its registry."""

pytestmark = pytest.mark.skipif(
    NPM is None or os.name != "posix", reason="npm is not here: nodejs.org has it"
)


def npm(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call npm in a folder; the tests that it runs find the server."""
    assert NPM
    server = folder.parent / "resolint"
    return subprocess.run(
        [NPM, *arguments],
        cwd=folder,
        env={**os.environ, "RESOLINT": str(server)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=480,
    )


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a copy of the extension with the packages that it is built from."""
    folder = tmp_path / "vscode"
    left_out = shutil.ignore_patterns("node_modules", "out", "*.vsix")
    shutil.copytree(EXTENSION, folder, ignore=left_out)
    server = folder.parent / "resolint"
    command = shlex.quote(sys.executable)
    server.write_text(f'#!/bin/sh\nexec {command} -m resolint "$@"\n', "utf-8")
    server.chmod(0o755)
    version = subprocess.run(
        ["node", "--version"], capture_output=True, text=True, check=False, timeout=60
    ).stdout
    number = re.match(r"v(\d+)", version)
    if number is None or int(number[1]) < OLDEST:
        pytest.skip(f"Node.js {OLDEST} or later is needed, and here is {version}")
    try:
        done = npm(folder, "ci")
    except subprocess.TimeoutExpired:
        pytest.skip("npm could not fetch the packages in time")
    if done.returncode and (why := _UNREACHED.search(done.stderr)):
        pytest.skip(f"npm could not fetch the packages: {why[0]}")
    assert done.returncode == 0, done.stderr
    return folder


def test_extension(built: Path) -> None:
    """Its types hold, its tests pass with the server, and it is packaged whole."""
    done = npm(built, "test")
    assert done.returncode == 0, done.stdout + done.stderr
    counts = dict(re.findall(r"(?m)^\S+ (pass|fail|skipped) (\d+)$", done.stdout))
    assert int(counts["pass"]) > 10
    assert (counts["fail"], counts["skipped"]) == ("0", "0")
    done = npm(built, "run", "package")
    assert done.returncode == 0, done.stdout + done.stderr
    package = packaged(built / "resolint.vsix")
    assert package.keys() == {
        "[content_types].xml",
        "extension.vsixmanifest",
        "extension/license.txt",
        "extension/package.json",
        "extension/readme.md",
        "extension/out/extension.js",
        "extension/out/licences.txt",
    }
    about = json.loads(package["extension/package.json"])
    assert about["main"] == "./out/extension.js"
    assert about["capabilities"]["untrustedWorkspaces"]["supported"] is False
    assert "vscode-languageclient" in package["extension/out/licences.txt"]
    # All that it needs is built in, but VS Code and what Node.js has.
    program = package["extension/out/extension.js"]
    needed = {*re.findall(r"""\brequire\(["']([^"']+)["']\)""", program)}
    assert "vscode" in needed
    native = f"{sorted(needed - {'vscode'})}.every(require('module').isBuiltin)"
    asked = subprocess.run(
        ["node", "--print", native], capture_output=True, text=True, timeout=60
    )
    assert asked.stdout == "true\n", needed


def packaged(file: Path) -> dict[str, str]:
    """Return the files of a package, by their names in small letters."""
    with zipfile.ZipFile(file) as package:
        return {
            name.lower(): package.read(name).decode() for name in package.namelist()
        }
