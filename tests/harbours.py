"""A draft that speaks of its own paragraphs, in Markdown, as text and as parts."""

DRAFT = """\
United Nations

General Assembly

79/150. Lamps of the harbours 𝕏

*The General Assembly*,

*Recalling* its resolution 45/158 of 18 December 1990, in particular paragraph 3 \
thereof,

*Bearing in mind* paragraph 2 of the present resolution 𝕏𝕐,[^1]

1. *Welcomes* the lamps of the harbours;

2. *Decides*, as 𝕏 set out in paragraph 1 above:

(a) To keep the lenses;

(b) To mend what subparagraph (a) above names:

(i) The wicks;

(ii) The glass;[^keepers]

3. *Requests* the keepers, under paragraphs 2 (b) (ii) and 4 below, to light them;

4. *Invites* all to follow paragraphs 1 to 3 above and paragraph 3 of resolution \
59/262;[^1]

5. *Also invites* the “guests of paragraph 1 above” to stay.

54th plenary meeting
23 December 2004

Annex

Rules of the lamp room

1. Lamps are lit at dusk.

2. Whoever lights them under paragraph 1 above writes it down.

[^1]: See paragraph 4 above.
[^keepers]: A/79/328, para. 2.
"""

PARTS = """\
The General Assembly,

A

Lamps

The General Assembly,

Recalling the wells,

1. Welcomes the lamps;

2. Requests the keepers to light those of paragraph 1 above.

B

Wells

The General Assembly,

Noting the wells,

1. Welcomes the wells;

2. Requests the keepers to fill those of paragraph 1 above.
"""

SECTIONS = """\
The General Assembly,

Recalling the wells,

I

Lamps

1. Welcomes the lamps;

2. Requests the keepers to light those of paragraph 1 above;

II

Wells

1. Welcomes the wells, as in section I, paragraph 2;

2. Requests the keepers to fill those of paragraph 1 above.
"""
