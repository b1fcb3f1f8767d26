"""HTML that every mail program shows: one column, style on the elements, nothing to be loaded.

No style sheet, no picture and no script: what has to be loaded is blocked by many programs, and
would tell us who opened the mail.
"""

from collections.abc import Sequence
from html import escape

import nh3

_TEXT = "font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1c1b1a"
_STYLES = {
    "p": f"margin:0 0 16px;{_TEXT}",
    "h1": "margin:24px 0 8px;font-family:Verdana,Arial,sans-serif;font-size:22px;color:#1c1b1a",
    "h2": "margin:24px 0 8px;font-family:Verdana,Arial,sans-serif;font-size:19px;color:#1c1b1a",
    "h3": "margin:24px 0 8px;font-family:Verdana,Arial,sans-serif;font-size:17px;color:#1c1b1a",
    "ul": f"margin:0 0 16px;padding-left:24px;{_TEXT}",
    "ol": f"margin:0 0 16px;padding-left:24px;{_TEXT}",
    "li": "margin:0 0 8px",
    "a": "color:#0b4f8a;text-decoration:underline",
    "blockquote": f"margin:0 0 16px;padding-left:16px;border-left:4px solid #c9c4bc;{_TEXT}",
    "hr": "border:0;border-top:1px solid #c9c4bc;margin:24px 0",
}
_TAGS = {*_STYLES, "strong", "em", "br", "code"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_SMALL = "margin:0 0 8px;font-family:Verdana,Arial,sans-serif;font-size:13px;color:#55514c"


def styled(piece: str) -> str:
    """Cleaned again, so that nothing but words and links is left, with style on each element."""
    return nh3.clean(
        piece,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel=None,
        set_tag_attribute_values={tag: {"style": style} for tag, style in _STYLES.items()},
    )


def framed(piece: str, *, sender: str, foot: Sequence[str], stop: tuple[str, str]) -> str:
    """A whole HTML document: ``piece`` as it is, the foot's lines as text, the link that stops."""
    lines = "".join(f'<p style="{_SMALL}">{escape(line)}</p>' for line in foot)
    address, label = stop
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(sender)}</title></head>"
        '<body style="margin:0;padding:16px;background:#ffffff">'
        '<div style="max-width:600px;margin:0 auto">'
        f"{piece}"
        '<hr style="border:0;border-top:1px solid #c9c4bc;margin:24px 0">'
        f"{lines}"
        f'<p style="{_SMALL}"><a style="{_STYLES["a"]}" href="{escape(address)}">'
        f"{escape(label)}</a></p></div></body></html>"
    )
