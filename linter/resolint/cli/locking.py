"""What is kept, locked with a key that only who has the draft can make."""

import zlib
from hashlib import sha256, shake_256

_SUM = 32


def locked(data: bytes, key: bytes) -> bytes:
    """Return data that only who has the key can read, with a sum that proves it."""
    packed = zlib.compress(data, 1)
    return _crossed(sha256(packed).digest() + packed, key)


def unlocked(data: bytes, key: bytes) -> bytes:
    """Return what was locked; raises `ValueError` of what was not, with this key."""
    opened = _crossed(data, key)
    packed = opened[_SUM:]
    if sha256(packed).digest() != opened[:_SUM]:
        raise ValueError
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError from error


def _crossed(data: bytes, key: bytes) -> bytes:
    # Of one key there is one text only: what a file comes to is always the same.
    stream = shake_256(b"lock" + key).digest(len(data))
    crossed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return crossed.to_bytes(len(data), "big")
