"""Emacs, with its own client and our set-up: what a drafter sees, does and saves."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_server_neovim import DRAFT, PATIENCE, repaired

SETUP = Path(__file__).parents[1] / "editors" / "emacs" / "resolint.el"
EMACS = shutil.which("emacs")
PACKAGES = "(progn (require 'package) (package-activate-all))"
STEPS = """
(add-to-list 'load-path "home")
(require 'resolint)
(setq resolint-command '("{python}" "-m" "resolint" "server")
      eglot-sync-connect {patience})
(defun poll (what holds)
  (let ((end (+ (float-time) {patience})))
    (while (not (funcall holds))
      (when (> (float-time) end) (error "Not in time: %s" what))
      (accept-process-output nil 0.02))))
(defun found ()
  (vconcat
   (mapcar (lambda (each)
            (let ((at (flymake-diagnostic-beg each)))
              (vector (line-number-at-pos at)
                    (1+ (- at (save-excursion (goto-char at)
                                              (line-beginning-position))))
                    (flymake-diagnostic-text each))))
          (flymake-diagnostics))))
(defun wait-for-findings ()
  (poll "findings" #'flymake-diagnostics))
(defun open (name)
  (find-file name)
  (run-hooks 'post-command-hook))
{steps}
"""
"""What runs in Emacs; each wait has an end."""


def emacs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call Emacs without a window, with no settings of the user's."""
    assert EMACS
    return subprocess.run(
        [EMACS, "--batch", "--eval", PACKAGES, *arguments],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=3 * PATIENCE,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a draft in a folder of its own, where Emacs and Eglot are here."""
    if EMACS is None:
        pytest.skip("Emacs is not here: apt install emacs-nox")
    if emacs(tmp_path, "--eval", "(require 'eglot)").returncode:
        pytest.skip("Emacs has no Eglot here: apt install elpa-eglot")
    draft = tmp_path / "draft.md"
    draft.write_bytes(DRAFT.encode())
    (tmp_path / "home").mkdir()
    shutil.copy(SETUP, tmp_path / "home")
    return draft


def edited(file: Path, steps: str) -> list[str]:
    """Do some steps in Emacs, set up as the README says; return what it prints."""
    script = file.parent / "home" / "steps.el"
    made = STEPS.format(python=sys.executable, patience=PATIENCE, steps=steps)
    script.write_text(made, "utf-8")
    done = emacs(file.parent, "--load", str(script))
    assert done.returncode == 0, done
    return done.stdout.splitlines()


def test_findings_and_fixes(file: Path) -> None:
    """Findings appear; all safe fixes, typed text before them, are the command's."""
    printed = edited(
        file,
        """
        (open "draft.md")
        (wait-for-findings)
        (princ (json-encode (found)))
        (goto-char (point-min))
        (search-forward "Æ")
        (replace-match "𝔸" t t)
        (resolint-fix-all)
        (save-buffer)
        """,
    )
    found = json.loads(printed[0])
    row, column = 3, DRAFT.splitlines()[2].index(";") + 1
    assert [row, column] in [each[:2] for each in found]
    assert any("should end with a comma" in each[2] for each in found)
    typed = DRAFT.replace("Æ", "𝔸").encode()
    assert file.read_bytes() == repaired(typed, file.parent) != typed


def test_fixes_on_save(file: Path) -> None:
    """With resolint-fix-on-save a draft is fixed before it is written."""
    edited(
        file,
        """
        (setq resolint-fix-on-save t
              resolint-settings '(:select ["PRE003"]))
        (open "draft.md")
        (wait-for-findings)
        (goto-char (point-max))
        (insert "\\n")
        (save-buffer)
        """,
    )
    wanted = DRAFT.replace("keepers;", "keepers,") + "\n"
    assert file.read_text("utf-8") == wanted


def test_other_texts(file: Path) -> None:
    """What is no draft by its name or its mode is let alone."""
    (file.parent / "notes").write_text("Lamps.", "utf-8")
    (file.parent / "page.html").write_text("Lamps.", "utf-8")
    printed = edited(
        file,
        """
        (dolist (name '("notes" "page.html"))
          (open name)
          (princ (format "%s\\n" (eglot-current-server))))
        """,
    )
    assert printed == ["nil", "nil"]


def test_not_installed(file: Path) -> None:
    """Where resolint is not installed, one line says how to install it."""
    said = emacs(
        file.parent,
        *("--load", "home/resolint.el"),
        *("--eval", '(setq resolint-command \'("resolint-of-no-path"))'),
        *("--eval", '(progn (find-file "draft.md") (find-file "draft.txt"))'),
    ).stderr
    assert said.count('is not installed: pip install "resolint[lsp]"') == 1


def test_compiles(file: Path) -> None:
    """Emacs compiles the set-up without a warning."""
    strict = "(setq byte-compile-error-on-warn t)"
    done = emacs(
        file.parent, "--eval", strict, "-f", "batch-byte-compile", "home/resolint.el"
    )
    assert done.returncode == 0, done.stderr
