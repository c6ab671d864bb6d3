"""``resolint server``: the language server."""

import click

from resolint.cli.ending import unheed


@click.command()
@click.option("--stdio", is_flag=True, help="Talk over standard input and output.")
@click.option(
    "--tcp", type=click.IntRange(0, 65535), metavar="PORT", help="Listen on a port."
)
@click.option(
    "--ws",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Listen for web sockets on a port.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
def server(stdio: bool, tcp: int | None, ws: int | None, host: str) -> None:
    """Serve an editor over the Language Server Protocol.

    Over standard input and output, if nothing else is asked for. An editor starts it;
    editors/ has a set-up for each. Needs pip install "resolint[lsp]".
    """
    if sum((stdio, tcp is not None, ws is not None)) > 1:
        raise click.UsageError("only one of --stdio, --tcp and --ws can hold")
    try:
        from resolint.server.serving import Server
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f'the server needs {error.name}: pip install "resolint[lsp]"'
        ) from None
    unheed()
    serving = Server()
    try:
        if tcp is not None:
            serving.start_tcp(host, tcp)
        elif ws is not None:
            serving.start_ws(host, ws)
        else:
            serving.start_io()
    except OSError as error:
        port = tcp if tcp is not None else ws
        raise click.ClickException(
            f"{host}:{port}: cannot listen: {error.strerror}"
        ) from None
