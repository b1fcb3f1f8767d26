"""A supporter's page that everybody may see, for the table of who may see what."""

import io

from PIL import Image

from groundswell.profiles.commands import change_page, put_photo
from tests.town import Town


def furnish_profiles(town: Town) -> None:
    """Sue tells everybody why she is in it, with a photograph."""
    drawn = io.BytesIO()
    Image.new("RGB", (80, 60), "teal").save(drawn, "JPEG")
    drawn.seek(0)
    page = change_page(
        by=town.supporter, visibility="public", words="I sing.", why="For the buses."
    )
    town.things["profile_page"] = page
    town.things["profile_photo"] = put_photo(by=town.supporter, file=drawn).sha256[:16]
