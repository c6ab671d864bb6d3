"""When Python looks for garbage."""

import gc

_SELDOM = 500_000, 20, 20


def seldom_collected() -> None:
    """Keep what there is, and look for garbage in what comes as seldom as is safe.

    Rules live to the end. Documents are in no cycles, and go when nobody has them any
    more; but a rule of somebody else's may make some.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()
