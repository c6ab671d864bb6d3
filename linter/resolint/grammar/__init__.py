"""The grammar of a resolution, in pyparsing: text in, ParseResults out.

It knows no class of the document model, and it is total: a line that nothing else
claims is ``text``. Each module holds one idea:

- `numbering`: paragraph numbers and the markers of items;
- `openings`: the opening phrase of a paragraph;
- `masthead`: the lines before the title and after the last paragraph;
- `lines`: what kind of line a line of the body is;
- `outline`: how kinds of lines, one letter each, make up a document;
- `symbols`, `citations`, `dates`, `sessions`, `references`, `notes`: what stands
  within a line.
"""
