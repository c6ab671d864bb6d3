"""Drafts in Markdown, taken apart, and as somebody types them."""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"\[\^(\w+)\]: ")
_CALL = re.compile(r"\[\^(\w+)\]")
_ENACTING = "*The General Assembly*,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft: what stands above its title, the text from there on, and the notes."""

    masthead: tuple[str, ...]
    body: tuple[str, ...]
    notes: dict[str, str]

    @classmethod
    def from_markdown(cls, markdown: str) -> "Draft":
        """Take a draft apart; paragraphs are lines with a blank one between them."""
        blocks = markdown.strip().split("\n\n")
        notes = {
            match[1]: block[match.end() :]
            for block in blocks
            if (match := _NOTE.match(block))
        }
        text = [block for block in blocks if not _NOTE.match(block)]
        top = text.index(_ENACTING) - 1
        return cls(masthead=tuple(text[:top]), body=tuple(text[top:]), notes=notes)

    def as_text(self) -> str:
        """Return it as somebody types it: no italics, and the notes at the end."""
        blocks = [*self.masthead, *self.body, "----"]
        blocks += [f"[{label}] {note}" for label, note in self.notes.items()]
        typed = (_CALL.sub(r"[\1]", block).replace("*", "") for block in blocks)
        return "\n\n".join(typed) + "\n"
