"""The words of opening phrases: *Recalling also*, *Strongly condemns*."""

import pyparsing as pp

from resolint.grammar.space import SPACE

# word ::= letters, with hyphens
word = pp.Regex(rf"[“\"‘'{SPACE}\u200e]*(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*,?)")
word.set_name("word")

# adverb ::= what stands before the verb or participle without being it
adverb = pp.Regex(
    r"also|further|again|once|strongly|deeply|gravely|seriously|fully|firmly|solemnly"
    r"|particularly|profoundly|keenly|highly|unequivocally|equally|extremely|greatly"
    r"|categorically|ever|while|warmly|sincerely|still|likewise|hereby"
    r"|therefore|increasingly|urgently|vehemently|wholeheartedly|especially"
)
adverb.set_name("adverb")

# head ::= a participle, an adjective, or a verb in the third person
head = pp.Regex(r"[a-z][a-z-]*(?:ing|ed|ful|[^s]s|ess|zant|ware|ous)")
head.set_name("verb or participle")
