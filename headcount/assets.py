"""Assets under names that change with their content, so that a browser may keep each for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from headcount import styling
from headcount.model import Problem

FOLDER = "assets/"


@dataclass(frozen=True, slots=True)
class Assets:
    """`names`: name below `assets/` → published path; `outputs`: bytes by published path."""

    names: Mapping[str, str]
    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def published(found: Mapping[str, bytes]) -> Assets:
    """All assets, by path from the project's root, with stylesheets led to the published names."""
    styles = {path: data for path, data in found.items() if path.endswith(".css")}
    served = {path: data for path, data in found.items() if path not in styles}
    paths = {path: hashed(path, data) for path, data in served.items()}
    there = {*paths, *styles}
    problems = [one for path, css in styles.items() for one in styling.problems(path, css, there)]
    styles = styling.joined(styles)
    served |= {path: styling.linked(path, css, paths) for path, css in styles.items()}
    paths |= {path: hashed(path, served[path]) for path in styles}
    names = {path.removeprefix(FOLDER): name for path, name in paths.items()}
    return Assets(names, {paths[path]: served[path] for path in served}, tuple(problems))


def hashed(path: str, data: bytes) -> str:
    """An asset's published path: other bytes have another."""
    name = PurePosixPath(path)
    digest = hashlib.sha256(data).hexdigest()[:10]
    return str(name.with_name(f"{name.stem}.{digest}{name.suffix}"))
