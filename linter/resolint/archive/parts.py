"""What comes of a batch: two tables, documents and findings, as Parquet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from resolint.archive.examining import Record, Row
from resolint.tables import rows

TABLES = ("documents", "findings")
STATES = ("ok", "skipped", "bad")
"""What may come of a document."""
AGAIN = b"resolint.again"
"""The key in the footer under which stands how many documents to try again."""
_TYPES: Mapping[str, pa.DataType] = {
    "text": pa.string(),
    "name": pa.dictionary(pa.int32(), pa.string()),
    "texts": pa.list_(pa.string()),
    "int": pa.int32(),
    "long": pa.int64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
}
"""The types of the table of columns; of a ``name`` each is stored once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The tables of a batch, and what there is in them."""

    tables: Mapping[str, bytes]
    counts: Mapping[str, int]
    """How many documents of each state, and ``findings``."""


@cache
def schema(table: str) -> pa.Schema:
    """Return the names and types of the columns of a table."""
    return pa.schema(
        (row["column"], _TYPES[row["type"]])
        for row in rows("columns.tsv", "resolint.archive")
        if row["table"] == table
    )


def part(records: Iterable[Record]) -> Part:
    """Return the tables of some documents, in their order."""
    records = [*records]
    again = sum(record.again for record in records)
    states = [record.document["status"] for record in records]
    findings = [row for record in records for row in record.findings]
    tables = {
        "documents": _written("documents", [each.document for each in records], again),
        "findings": _written("findings", findings),
    }
    counts = {state: states.count(state) for state in STATES}
    return Part(tables=tables, counts={**counts, "findings": len(findings)})


def _written(table: str, some: list[Row], again: int = 0) -> bytes:
    columns = schema(table)
    if again:
        columns = columns.with_metadata({AGAIN: str(again)})
    clean = [{key: _clean(value) for key, value in row.items()} for row in some]
    out = BytesIO()
    parquet.write_table(
        pa.Table.from_pylist(clean, columns), out, compression="zstd", version="2.6"
    )
    return out.getvalue()


def _clean(value: Any) -> Any:
    """Return a value that can be written as UTF-8: names of files may be any bytes."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode("utf-8")
        case list():
            return [_clean(each) for each in value]
    return value
