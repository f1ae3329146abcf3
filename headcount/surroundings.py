"""Where a build is made: at home, or by the host for readers, a pull request or a branch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the host says of a build; all empty at home.

    `context`: "production", "deploy-preview", "branch-deploy", or what else the host knows.
    `url`: the address that this build will have, without a slash at its end; "": the one of
    `data/site.yaml`. `branch`: what is built. `since`, `committed`: in a preview the name of what
    it is compared with, and the machine's files there, by path from the project's root.
    """

    context: str = ""
    url: str = ""
    branch: str = ""
    since: str = ""
    committed: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def preview(self) -> bool:
        """Whether the host builds it for those who write, not for readers."""
        return self.context not in ("", PRODUCTION)


HOME = Surroundings()


def of(environment: Mapping[str, str]) -> Surroundings:
    """What Netlify's variables say; `HOME` anywhere else, where `URL` may mean anything."""
    if environment.get("NETLIFY") != "true":
        return HOME
    context = environment.get("CONTEXT", "")
    url = environment.get("URL" if context == PRODUCTION else "DEPLOY_PRIME_URL", "")
    branch = environment.get("HEAD") or environment.get("BRANCH", "")
    return Surroundings(context, url.rstrip("/"), branch)
