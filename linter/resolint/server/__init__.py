"""The language server: findings, fixes and what is known of a draft, as it is typed.

``editor ⇄ serving ⇄ drafts → analysis``: `serving` speaks the protocol, `drafts` keeps
the texts and has each new one analysed once, and what is asked about one is answered by
a function of its analysis: a module for each kind of question, listed in `features`.
"""
