"""Rule packs that a configuration names: modules, and files beside it."""

import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from resolint import paths
from resolint.packs import PackError, Rules, broken, collect, joined
from resolint.placed import Plugin


def rules_of(plugins: Sequence[Plugin]) -> Rules:
    """Return the rules of some plug-ins, by code; raises `PackError`."""
    return joined(*(_rules(each) for each in dict.fromkeys(plugins)))


@cache
def _rules(plugin: Plugin) -> Rules:
    try:
        module = _module(plugin)
    except (Exception, SystemExit) as error:
        if isinstance(error, PackError):
            raise
        raise PackError(broken(plugin.name, error)) from error
    rules = collect([module])
    if not rules:
        raise PackError(f"rule pack {plugin.name} has no rules")
    return rules


def _module(plugin: Plugin) -> ModuleType:
    name = plugin.name
    if not (name.endswith(".py") or "/" in name or "\\" in name):
        if not all(part.isidentifier() for part in name.split(".")):
            raise PackError(f"rule pack {name} is no module, and no file with a /")
        return import_module(name)
    file = Path(os.path.realpath(plugin.base / name))
    if paths.is_folder(file):
        return _loaded(file / "__init__.py", name)
    return _loaded(file, name)


def _loaded(file: Path, name: str) -> ModuleType:
    """Return the module in a file, under the file's name if no other has it."""
    if not paths.is_file(file):
        raise PackError(f"rule pack {name} is not there")
    folder = file.parent if file.name == "__init__.py" else None
    stem = (folder.name if folder else file.stem).replace("-", "_").replace(".", "_")
    for known in sys.modules.values():
        if getattr(known, "__file__", None) == str(file):
            return known
    free, number = stem, 1
    while free in sys.modules or find_spec(free) is not None:
        number += 1
        free = f"{stem}_{number}"
    below = [str(folder)] if folder else None
    spec = spec_from_file_location(free, file, submodule_search_locations=below)
    if spec is None or spec.loader is None:
        raise PackError(f"rule pack {name} is no Python file")
    module = module_from_spec(spec)
    # Dataclasses and the pages of rules look a module up by its name.
    sys.modules[free] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[free]
        raise
    return module
