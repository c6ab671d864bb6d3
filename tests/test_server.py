"""The language server, asked by a real client over its own streams."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import converters, types

from talking import (
    DRAFT,
    change,
    encoded,
    open_draft,
    pulled,
    session,
    told,
    until,
)

WIDE = DRAFT.replace("lighthouses;", "lighthouses 𝕏𝕐 é “ß”;")
"""A draft with characters outside the basic plane before what is wrong."""
_CONVERTER = converters.get_converter()


def checked(file: Path, *options: str) -> list[dict[str, Any]]:
    """Return what the command says of a file, as it is said to an editor."""
    command = [sys.executable, "-m", "resolint", "check", "--output-format", "lsp"]
    result = subprocess.run(
        [*command, *options, file.name],
        cwd=file.parent,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert result.returncode in (0, 1), result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)["diagnostics"]
    return rows


def plain(diagnostics: list[types.Diagnostic]) -> list[dict[str, Any]]:
    """Return diagnostics as the protocol writes them."""
    rows: list[dict[str, Any]] = _CONVERTER.unstructure(diagnostics)
    return rows


def area(draft: str, words: str, encoding: str) -> types.Range:
    """Return the range of some words of a draft, counted anew."""
    units = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    start = draft.index(words)

    def position(at: int) -> types.Position:
        line = draft[:at].rpartition("\n")[2]
        return types.Position(
            draft[:at].count("\n"), len(line.encode(codec)) // units[codec]
        )

    return types.Range(position(start), position(start + len(words)))


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.xml"])
async def test_says_what_the_command_says(name: str, tmp_path: Path) -> None:
    """The diagnostics of a text are those that ``check`` writes of the same text."""
    text = WIDE if name.endswith(".md") else WIDE.replace("*", "")
    if name.endswith(".xml"):
        made = subprocess.run(
            [sys.executable, "-m", "resolint", "parse", "--output-format", "akn", "-"],
            input=WIDE.encode(),
            capture_output=True,
            check=True,
            timeout=60,
        )
        text = made.stdout.decode()
    file = tmp_path / name
    file.write_bytes(text.encode())
    async with session(folder=tmp_path) as client:
        open_draft(client, file.as_uri(), text)
        found = plain(await told(client, file.as_uri(), 1))
    expected = checked(file)
    assert expected
    for each in (*expected, *found):
        each.pop("relatedInformation", None)
    assert found == expected


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_counts_as_was_agreed(encoding: str, tmp_path: Path) -> None:
    """Ranges, edits and fixes count in the encoding that was agreed on."""
    uri = (tmp_path / "draft.md").as_uri()
    async with session(encoded(encoding)) as client:
        open_draft(client, uri, WIDE)
        found = {each.code: each for each in await told(client, uri, 1)}
        where = area(WIDE, ";", encoding)
        assert found["PRE003"].range == where
        # The editor writes a comma there, and then what is after it is wrong.
        start = (where.start.line, where.start.character)
        end = (where.end.line, where.end.character)
        change(client, uri, 2, ((*start, *end), ","))
        assert "PRE003" not in {each.code for each in await told(client, uri, 2)}
        change(client, uri, 3, ((*start, *end), "."))
        found = {each.code: each for each in await told(client, uri, 3)}
        assert found["PRE003"].range == where


@pytest.mark.asyncio
async def test_offers_safe_fixes_first(tmp_path: Path) -> None:
    """A quick fix that is safe is the preferred one, and it is for this version."""
    uri = (tmp_path / "draft.md").as_uri()
    async with session() as client:
        open_draft(client, uri, DRAFT, version=7)
        found = {each.code: each for each in await told(client, uri, 7)}
        offered = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                found["PRE003"].range,
                types.CodeActionContext([found["PRE003"]]),
            )
        )
    assert offered
    first = offered[0]
    assert isinstance(first, types.CodeAction)
    assert (first.title, first.is_preferred) == ("Write “,”", True)
    assert first.edit and first.edit.document_changes
    made = first.edit.document_changes[0]
    assert isinstance(made, types.TextDocumentEdit)
    assert (made.text_document.version, made.text_document.uri) == (7, uri)
    assert [*made.edits] == [types.TextEdit(found["PRE003"].range, ",")]
    titles = [each.title for each in offered]
    assert "Ignore PRE003 in first preambular paragraph" in titles


@pytest.mark.asyncio
async def test_ignores_where_asked(tmp_path: Path) -> None:
    """The remark that an action writes switches the rule off, and no more."""
    uri = (tmp_path / "draft.md").as_uri()
    async with session() as client:
        open_draft(client, uri)
        before = await told(client, uri, 1)
        found = next(each for each in before if each.code == "PRE003")
        offered = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                found.range,
                types.CodeActionContext([], only=[types.CodeActionKind.QuickFix]),
            )
        )
        action = next(each for each in offered or () if "Ignore" in each.title)
        assert isinstance(action, types.CodeAction)
        assert action.edit and action.edit.document_changes
        (made,) = action.edit.document_changes
        assert isinstance(made, types.TextDocumentEdit)
        (edit,) = made.edits
        assert isinstance(edit, types.TextEdit)
        at = edit.range.start
        change(
            client,
            uri,
            2,
            ((at.line, at.character, at.line, at.character), edit.new_text),
        )
        after = await told(client, uri, 2)
    assert [each.code for each in after] == [
        each.code for each in before if each.code != "PRE003"
    ]


@pytest.mark.asyncio
async def test_makes_all_safe_fixes(tmp_path: Path) -> None:
    """``source.fixAll.resolint`` leaves the text that ``check --fix`` leaves."""
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, "utf-8")
    async with session() as client:
        open_draft(client, file.as_uri())
        offered = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(file.as_uri()),
                types.Range(types.Position(0, 0), types.Position(0, 0)),
                types.CodeActionContext([], only=["source.fixAll"]),
            )
        )
        (action,) = offered or ()
        assert isinstance(action, types.CodeAction)
        assert action.kind == "source.fixAll.resolint"
        assert action.edit and action.edit.document_changes
        (made,) = action.edit.document_changes
        assert isinstance(made, types.TextDocumentEdit)
    lines = DRAFT.splitlines(True)
    for edit in reversed(made.edits):
        assert isinstance(edit, types.TextEdit)
        first, last = edit.range.start.line, edit.range.end.line
        lines[first:last] = [edit.new_text]
    subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--fix", str(file)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert "".join(lines) == file.read_text("utf-8") != DRAFT


@pytest.mark.asyncio
async def test_answers_when_asked(tmp_path: Path) -> None:
    """A client that asks for diagnostics is answered, and is pushed none."""
    uri = (tmp_path / "draft.md").as_uri()
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities()
        )
    )
    async with session(capabilities) as client:
        open_draft(client, uri)
        assert "PRE003" in {each.code for each in await pulled(client, uri)}
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        )
        again = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(
                types.TextDocumentIdentifier(uri), previous_result_id=report.result_id
            )
        )
        assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
        change(client, uri, 2, DRAFT.replace("lighthouses;", "lighthouses,"))
        assert "PRE003" not in {each.code for each in await pulled(client, uri)}
        assert client.diagnostics == {}


@pytest.mark.asyncio
async def test_tells_only_the_newest(tmp_path: Path) -> None:
    """However fast a draft changes, versions are told in order, and the last is."""
    uri = (tmp_path / "draft.md").as_uri()
    versions: list[int | None] = []
    async with session() as client:
        open_draft(client, uri, DRAFT + "\n" + "4. *Notes* the lamps;\n" * 200)
        for version in range(2, 60):
            change(client, uri, version, ((2, 0, 2, 0), "x"))
        change(client, uri, 60, DRAFT)
        while 60 not in versions:
            params = await client.wait_for_notification(
                types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
            )
            versions.append(params.version)
        assert len(params.diagnostics) == 2
    assert versions == sorted(versions, key=lambda each: each or 0)
    assert len(versions) < 60


@pytest.mark.asyncio
async def test_takes_new_settings(tmp_path: Path) -> None:
    """A file of settings that changes counts at once, for every draft."""
    (tmp_path / ".git").mkdir()
    uri = (tmp_path / "draft.md").as_uri()
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            )
        ),
        window=types.WindowClientCapabilities(work_done_progress=True),
    )
    config = tmp_path / "resolint.toml"
    event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    params = types.DidChangeWatchedFilesParams([event])
    registered: list[types.RegistrationParams] = []
    async with session(capabilities, folder=tmp_path) as client:

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def register(params: types.RegistrationParams) -> None:
            registered.append(params)

        open_draft(client, uri)
        assert len(await told(client, uri)) == 2
        config.write_text('ignore = ["PRE"]\n', "utf-8")
        client.workspace_did_change_watched_files(params)
        assert [each.code for each in await told(client, uri)] == ["OPN003"]
        # What is wrong is said once, and the last settings that could be used hold.
        config.write_text('ignor = ["PRE"]\n', "utf-8")
        client.workspace_did_change_watched_files(params)
        assert [each.code for each in await told(client, uri)] == ["OPN003"]
        await until(lambda: client.messages)
        (message,) = client.messages
        assert message.message.startswith("resolint: resolint.toml:1: there is no")
        assert "did you mean ignore" in message.message
        assert client.progress_reports


@pytest.mark.asyncio
async def test_takes_the_settings_of_the_editor(tmp_path: Path) -> None:
    """The editor may set what a file may; it holds over files, and may change."""
    (tmp_path / "resolint.toml").write_text('ignore = ["PRE"]\n', "utf-8")
    uri = (tmp_path / "draft.md").as_uri()
    options = {"ignore": ["OPN"]}
    async with session(options={"resolint": options}) as client:
        open_draft(client, uri)
        assert [each.code for each in await told(client, uri)] == ["PRE003"]
        client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"resolint": {"level": "loud"}})
        )
        assert [each.code for each in await told(client, uri)] == ["OPN003"]
        await until(lambda: client.messages)
        assert "editor settings: level" in client.messages[0].message


@pytest.mark.asyncio
async def test_asks_the_editor_for_settings(tmp_path: Path) -> None:
    """An editor that can be asked for its settings is asked."""
    uri = (tmp_path / "draft.md").as_uri()
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(configuration=True)
    )
    given = {"resolint": {"select": ["OPN"]}}
    async with session(capabilities, configuration=given) as client:
        open_draft(client, uri)
        while True:
            found = await told(client, uri)
            if [each.code for each in found] == ["OPN003"]:
                break


@pytest.mark.asyncio
async def test_goes_on_when_the_editor_cannot(tmp_path: Path) -> None:
    """An editor that says that it can watch files, and cannot, is asked all else."""
    uri = (tmp_path / "draft.md").as_uri()
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            configuration=True,
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        )
    )
    given = {"resolint": {"select": ["OPN"]}}
    async with session(capabilities, configuration=given) as client:
        open_draft(client, uri)
        while [each.code for each in await told(client, uri)] != ["OPN003"]:
            pass


@pytest.mark.asyncio
async def test_goes_on_when_a_rule_fails(tmp_path: Path) -> None:
    """A rule that fails is shown once; all others speak."""
    (tmp_path / "house.py").write_text(
        '"""HSE: rules of the house."""\n'
        "from resolint import Operative, Rule\n"
        "class Bad(Rule[Operative]):\n"
        '    """One that fails."""\n'
        '    code = "HSE001"\n'
        '    name = "fails"\n'
        "    def check(self, node, within):\n"
        '        """Fail."""\n'
        "        raise RuntimeError('no luck')\n"
        "        yield\n",
        "utf-8",
    )
    (tmp_path / "resolint.toml").write_text('plugins = ["./house.py"]\n', "utf-8")
    uri = (tmp_path / "draft.md").as_uri()
    async with session(options={"trust-plugins": True}, folder=tmp_path) as client:
        open_draft(client, uri)
        assert len(await told(client, uri, 1)) == 2
        change(client, uri, 2, ((0, 0, 0, 0), " "))
        assert len(await told(client, uri, 2)) == 2
        (message,) = client.messages
        assert "internal error in rule HSE001" in message.message
        assert "no luck" in client.log_messages[0].message


@pytest.mark.asyncio
async def test_runs_no_program_unasked(tmp_path: Path) -> None:
    """To open a draft runs no plug-in that lies beside it; the user is told so."""
    ran = tmp_path / "ran"
    (tmp_path / "house.py").write_text(
        f"import pathlib\npathlib.Path({str(ran)!r}).touch()\n", "utf-8"
    )
    (tmp_path / "resolint.toml").write_text('plugins = ["./house.py"]\n', "utf-8")
    uri = (tmp_path / "draft.md").as_uri()
    options = {"select": ["OPN"]}
    async with session(options=options, folder=tmp_path) as client:
        open_draft(client, uri)
        # What the editor says holds all the same.
        assert [each.code for each in await told(client, uri, 1)] == ["OPN003"]
        await until(lambda: client.messages)
    assert client.messages[0].message.startswith(
        "resolint: resolint.toml:1: plugins are programs, which are not run"
    )
    assert not ran.exists()


@pytest.mark.asyncio
async def test_says_once_what_cannot_be_read(tmp_path: Path) -> None:
    """XML that is not whole is told once, until it is; nothing is found in it."""
    uri = (tmp_path / "draft.xml").as_uri()
    async with session() as client:
        open_draft(client, uri, "<akomaNtoso><act>")
        assert await told(client, uri, 1) == []
        change(client, uri, 2, ((0, 17, 0, 17), "<p>"))
        assert await told(client, uri, 2) == []
        (message,) = client.messages
        assert "this is damaged: it ends before </akomaNtoso>" in message.message


@pytest.mark.asyncio
@pytest.mark.parametrize("text", ["<project><a/></project>", "<project><a"])
async def test_is_silent_on_other_xml(text: str, tmp_path: Path) -> None:
    """Of XML of another kind, whole or half typed, nothing is said."""
    uri = (tmp_path / "build.xml").as_uri()
    async with session() as client:
        open_draft(client, uri, text)
        assert await told(client, uri, 1) == []
        assert client.messages == []


@pytest.mark.asyncio
async def test_is_silent_on_other_texts(tmp_path: Path) -> None:
    """A README has no findings, unless the editor says that all are resolutions."""
    uri = (tmp_path / "README.md").as_uri()
    text = "# Lamps\n\nHow to  trim a wick of A/C3/79/L60.\n"
    async with session() as client:
        open_draft(client, uri, text)
        assert await told(client, uri) == []
        client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams(
                {"resolint": {"assume-resolution": True, "level": "info"}}
            )
        )
        assert await told(client, uri)


@pytest.mark.asyncio
async def test_forgets_what_is_closed(tmp_path: Path) -> None:
    """The diagnostics of a draft go away when it is closed."""
    uri = (tmp_path / "draft.md").as_uri()
    async with session() as client:
        open_draft(client, uri)
        named = types.TextDocumentIdentifier(uri)
        client.text_document_did_close(types.DidCloseTextDocumentParams(named))
        await until(lambda: not client.diagnostics.get(uri, True))
        asked = types.CodeActionParams(
            named,
            types.Range(types.Position(0, 0), types.Position(9, 0)),
            types.CodeActionContext([]),
        )
        assert await client.text_document_code_action_async(asked) is None


@pytest.mark.asyncio
async def test_lets_a_request_be_cancelled(tmp_path: Path) -> None:
    """A request that is cancelled is not answered, and the server goes on."""
    uri = (tmp_path / "draft.md").as_uri()
    async with session() as client:
        open_draft(client, uri, DRAFT + "4. *Notes* the lamps of 1 May 2003;\n" * 4000)
        protocol: Any = client.protocol
        waiting = protocol.send_request_async(
            types.TEXT_DOCUMENT_CODE_ACTION,
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                types.Range(types.Position(0, 0), types.Position(9, 0)),
                types.CodeActionContext([]),
            ),
            msg_id="slow",
        )
        task = asyncio.ensure_future(waiting)
        await asyncio.sleep(0)
        client.cancel_request(types.CancelParams("slow"))
        with pytest.raises(BaseException, match=r"(?i)cancel"):
            await asyncio.wait_for(task, 30)
        change(client, uri, 2, DRAFT)
        assert len(await told(client, uri, 2)) == 2


def test_serves_a_port(tmp_path: Path) -> None:
    """With ``--tcp`` the server listens where it is told; a bad port is one line."""
    bad = subprocess.run(
        [sys.executable, "-m", "resolint", "server", "--tcp", "99999"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "99999" in bad.stderr and bad.stderr.count("\n") == 1


def test_says_what_is_not_installed(tmp_path: Path) -> None:
    """Without pygls the command says in one line what to install."""
    (tmp_path / "pygls.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')\n"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
            "from resolint.cli import main; sys.exit(main(['server']))",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 2
    assert result.stderr == (
        'resolint: the server needs pygls: pip install "resolint[lsp]"\n'
    )
