"""Neovim, with its own client and our set-up: what a drafter sees, does and saves."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

SETUP = Path(__file__).parents[1] / "editors" / "neovim" / "resolint.lua"
NVIM = shutil.which("nvim")
SERVER = [sys.executable, "-m", "resolint", "server"]
PATIENCE = 60
"""How many seconds a step may take on a machine that does much else."""

pytestmark = pytest.mark.skipif(
    NVIM is None, reason="Neovim is not here: apt install neovim"
)

DRAFT = """\
*The General Assembly*,

*Recalling* the lamps of the harbour 𝕃𝕒𝕞𝕡, “Ærø” and its keepers;

*Noting* with appreciation the report on lighthouses 🗼 ,

1. *Welcomes* the restoration of the lamps 🗼🗼 ;

3. *Decides* to continue its consideration of the matter;
"""
"""A draft with characters outside the basic plane before what is wrong."""
STEPS = """
local function poll(what, holds)
  if not vim.wait(PATIENCE * 1000, holds, 20) then
    error("not in time: " .. what, 0)
  end
end
local function found()
  return vim.tbl_map(function(each)
    local sent = each.user_data and each.user_data.lsp or {}
    return { each.lnum + 1, each.col, each.code or sent.code, each.message }
  end, vim.diagnostic.get(0))
end
local function wait_for_findings()
  poll("findings", function() return #vim.diagnostic.get(0) > 0 end)
end
local function has(code)
  for _, each in ipairs(found()) do
    if each[3] == code then return true end
  end
  return false
end
local out = vim.empty_dict()
local function steps()
  STEPS
end
local well, trouble = xpcall(steps, debug.traceback)
if not well then out.trouble = trouble end
out.messages = vim.api.nvim_exec("messages", true)
vim.fn.writefile({ vim.json.encode(out) }, RESULT)
vim.cmd("qa!")
"""
"""What runs in Neovim; each wait has an end."""
BEGIN = """\
autocmd VimEnter * ++once lua vim.schedule(function() dofile("home/steps.lua") end)
"""
"""Runs it when Neovim has started."""


def lua(value: Any) -> str:
    """Return a value as Lua has it."""
    match value:
        case bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            return (
                f"{{ {', '.join(f'[{lua(k)}]={lua(v)}' for k, v in value.items())} }}"
            )
        case _:
            return f"{{ {', '.join(map(lua, value))} }}"


def edited(file: Path, steps: str, **options: Any) -> dict[str, Any]:
    """Open a file in Neovim, set up as the README says, and do some steps in it."""
    assert NVIM
    home = file.parent / "home"
    plugins = home / "nvim" / "plugin"
    plugins.mkdir(parents=True, exist_ok=True)
    shutil.copy(SETUP, plugins)
    given = {"cmd": SERVER, **options}
    (home / "nvim" / "init.lua").write_text(f"vim.g.resolint = {lua(given)}", "utf-8")
    result = home / "result.json"
    script = STEPS.replace("PATIENCE", str(PATIENCE)).replace(
        "RESULT", lua(f"{result}")
    )
    (home / "steps.lua").write_text(script.replace("STEPS", steps), "utf-8")
    folders = ("CONFIG", "DATA", "STATE", "CACHE")
    done = subprocess.run(
        [NVIM, "--headless", "-n", "-i", "NONE", file.name, "-c", BEGIN],
        cwd=file.parent,
        env={**os.environ, **{f"XDG_{each}_HOME": f"{home}" for each in folders}},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=3 * PATIENCE,
    )
    logs = "".join(log.read_text("utf-8") for log in home.rglob("lsp.log"))
    assert result.exists(), (done, logs)
    made: dict[str, Any] = json.loads(result.read_text("utf-8"))
    assert "trouble" not in made, (made, logs)
    return made


def checked(file: Path, *options: str) -> list[dict[str, Any]]:
    """Return what the command finds in a file."""
    command = [sys.executable, "-m", "resolint", "check", "--output-format", "json"]
    done = subprocess.run(
        [*command, *options, file.name],
        cwd=file.parent,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode in (0, 1), done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def repaired(draft: bytes, folder: Path) -> bytes:
    """Return a draft as the command fixes it."""
    copy = folder / "repaired.md"
    copy.write_bytes(draft)
    checked(copy, "--fix")
    return copy.read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a draft in a folder of its own."""
    draft = tmp_path / "draft.md"
    draft.write_bytes(DRAFT.encode())
    return draft


def test_findings(file: Path) -> None:
    """All findings appear, each where the command says, counted in bytes."""
    wanted = []
    for row in checked(file):
        at = row["location"]
        line = DRAFT.splitlines()[at["row"] - 1]
        column = len(line[: at["column"] - 1].encode())
        wanted.append([at["row"], column, row["code"], row["message"]])
    made = edited(file, "wait_for_findings() out.found = found()")
    assert sorted(made["found"]) == sorted(wanted)
    assert any(column > 40 for _, column, _, _ in wanted)
    assert file.read_bytes() == DRAFT.encode()


def test_quick_fix(file: Path) -> None:
    """A fix that is chosen is made, the finding goes, and nothing else is changed."""
    made = edited(
        file,
        """
        wait_for_findings()
        vim.ui.select = function(actions, _, choose)
          out.titles = vim.tbl_map(function(each)
            return (each.action or each[2]).title
          end, actions)
          choose(actions[1], 1)
        end
        local line = vim.fn.getline(3)
        vim.fn.cursor(3, #line)
        vim.lsp.buf.code_action()
        poll("fix", function() return vim.fn.getline(3) ~= line end)
        poll("end of the finding", function() return not has("PRE003") end)
        vim.cmd("write")
        """,
        settings={"select": ["PRE003", "OPN"]},
    )
    assert made["titles"] == [
        "Write “,”",
        "Ignore PRE003 in first preambular paragraph",
        "Make all safe fixes",
    ]
    assert file.read_bytes() == DRAFT.replace("keepers;", "keepers,").encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_all_fixes(file: Path, line_end: str) -> None:
    """All safe fixes, typed text before them or not, are those of the command."""
    draft = DRAFT.replace("\n", line_end).encode()
    typed = draft.replace("Ærø".encode(), "𝔸rø".encode())
    file.write_bytes(draft)
    edited(
        file,
        """
        wait_for_findings()
        vim.cmd("3substitute/Æ/𝔸/")
        vim.cmd("ResolintFixAll")
        poll("end of the finding", function() return not has("PRE003") end)
        vim.cmd("write")
        """,
    )
    assert file.read_bytes() == repaired(typed, file.parent) != typed


def test_fixes_on_save(file: Path) -> None:
    """With fix_on_save a draft is fixed before it is written; else as it stands."""
    steps = "wait_for_findings() vim.cmd('write')"
    edited(file, steps)
    assert file.read_bytes() == DRAFT.encode()
    edited(file, steps, fix_on_save=True)
    assert file.read_bytes() == repaired(DRAFT.encode(), file.parent) != DRAFT.encode()


def test_hover(file: Path) -> None:
    """The key K shows the page of the rule that a finding is of."""
    made = edited(
        file,
        """
        wait_for_findings()
        vim.fn.cursor(3, #vim.fn.getline(3))
        vim.cmd("normal K")
        local function float()
          for _, window in ipairs(vim.api.nvim_list_wins()) do
            if vim.api.nvim_win_get_config(window).relative ~= "" then
              return window
            end
          end
        end
        poll("hover", float)
        local buffer = vim.api.nvim_win_get_buf(float())
        out.shown = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
        """,
    )
    assert any("PRE003" in line for line in made["shown"])


def test_restart(file: Path) -> None:
    """A server that is started anew finds the same, and no other is left."""
    made = edited(
        file,
        """
        wait_for_findings()
        out.before = found()
        vim.cmd("ResolintRestart")
        vim.diagnostic.reset()
        wait_for_findings()
        out.after = found()
        out.clients = #(vim.lsp.get_clients or vim.lsp.get_active_clients)()
        """,
    )
    assert made["after"] == made["before"]
    assert made["clients"] == 1


def test_not_installed(file: Path) -> None:
    """Where resolint is not installed, one line says how to install it."""
    made = edited(file, "vim.cmd('edit notes.md')", cmd=["resolint-of-no-path"])
    assert made["messages"] == (
        'resolint: resolint-of-no-path is not installed: pip install "resolint[lsp]"'
    )
