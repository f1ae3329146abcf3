"""Publishing a whole site at once: a new folder, then one switch of a symbolic link.

`site` becomes a link to `site.generations/<build id>`. A generation is complete before it gets its
name, so that a name is the proof of its content; the one that was current before is kept for those
who are still reading it, older ones go.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from headcount.disk import SYSTEM, System, because, failure, locked
from headcount.publish import LEDGER

UNFINISHED = ".unfinished"
SWITCH = ".switch"


def publish(link: Path, outputs: Mapping[str, bytes], system: System = SYSTEM) -> Path:
    """The folder that `link` leads to afterwards; readers see either the old site or all of this.

    Raises Failed, with the link unchanged, if `link` is a folder with files or the disk refuses.
    """
    home = link.parent / f"{link.name}.generations"
    _free(link)
    try:
        system.make(home)
        with locked(home):
            return _switch(link, home, outputs, system)
    except OSError as error:
        raise failure(
            error.filename or link,
            "disk",
            f"can't be published: {because(error)}",
            "make room or allow writing; readers still have the last good site",
        ) from error


def _switch(link: Path, home: Path, outputs: Mapping[str, bytes], system: System) -> Path:
    build = str(json.loads(outputs[LEDGER])["build"])
    system.clear(home / UNFINISHED)
    system.remove(home / SWITCH)
    new = home / build
    if not new.is_dir():
        _write(home / UNFINISHED, outputs, system)
        system.replace(home / UNFINISHED, new)
        system.sync(home)
    before = Path(os.readlink(link)).name if link.is_symlink() else build
    if link.is_dir() and not link.is_symlink():
        system.prune(link)
    if before != build or not link.is_symlink():
        system.link(f"{home.name}/{build}", home / SWITCH)
        system.replace(home / SWITCH, link)
        system.sync(link.parent)
        for old in sorted(home.iterdir()):
            if old.name not in (build, before):
                system.replace(old, home / UNFINISHED)
                system.clear(home / UNFINISHED)
    return new


def _write(folder: Path, outputs: Mapping[str, bytes], system: System) -> None:
    folders = {folder}
    for path, data in outputs.items():
        target = folder / path
        if target.parent not in folders or not target.parent.is_dir():
            system.make(target.parent)
            folders.update({target.parent, *target.parent.parents} & _below(folder, target))
        system.write(target, data)
    system.settle(folders)


def _below(folder: Path, target: Path) -> set[Path]:
    return {parent for parent in target.parents if parent.is_relative_to(folder)}


def _free(link: Path) -> None:
    if link.is_symlink():
        if Path(os.readlink(link)).parent.name != f"{link.name}.generations":
            raise failure(link, "output", "is a link that no build made", "choose another name")
    elif link.exists() and (not link.is_dir() or any(link.iterdir())):
        raise failure(
            link,
            "output",
            "is in the way: a published site is a link that is switched in one step",
            "move it away, or choose a name that isn't taken",
        )
