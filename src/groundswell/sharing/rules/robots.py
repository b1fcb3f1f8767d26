"""Whether what opens a link is somebody, or a programme that looks ahead for one."""

import re
from collections.abc import Mapping

# Crawlers, and the services that fetch a page to draw its preview in a chat. A person's browser
# inside such an app names Mozilla first and the app after it, so these stand alone or at the start.
_ROBOT = re.compile(
    r"bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-externalagent|"
    r"^whatsapp/|^telegram|^signal|^viber|embedly|vkshare|^skype|pinterest/|iframely|"
    r"^curl/|^wget/|^python|^java/|^okhttp|^go-http|^ruby|^php|^node|headless|lighthouse|monitor",
    re.IGNORECASE,
)


def is_robot(headers: Mapping[str, str]) -> bool:
    """Whether these request headers are a programme's that says so, or a look ahead.

    A list of names never catches a programme that lies: the count is of visits that look like
    people's.
    """
    agent = headers.get("User-Agent", "")
    looks_ahead = "prefetch" in (headers.get("Sec-Purpose") or headers.get("Purpose") or "").lower()
    return not agent or looks_ahead or bool(_ROBOT.search(agent))
