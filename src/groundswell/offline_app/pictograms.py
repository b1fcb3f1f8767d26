"""The icons and shapes that the app draws, in its page once."""

from django.utils.safestring import SafeString

from groundswell.look.drawing import together
from groundswell.look.pictograms import symbol

ICONS = (
    "arrow-left",
    "arrow-right",
    "ban",
    "check",
    "circle-check",
    "clock",
    "download",
    "file-text",
    "flag",
    "hand",
    "heart-handshake",
    "house",
    "info",
    "languages",
    "list",
    "lock",
    "log-in",
    "log-out",
    "mail",
    "map",
    "map-pin",
    "megaphone",
    "menu",
    "message-square",
    "minus",
    "octagon-alert",
    "pencil",
    "phone",
    "phone-missed",
    "phone-off",
    "refresh-cw",
    "shield",
    "shield-alert",
    "triangle-alert",
    "undo-2",
    "upload",
    "user",
    "user-check",
    "user-plus",
    "user-x",
    "users",
    "voicemail",
    "x",
)


def sprite() -> SafeString:
    """All icons as symbols."""
    return together([symbol(name) for name in ICONS])
