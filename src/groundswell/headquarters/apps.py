"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HeadquartersConfig(AppConfig):
    """Registers the part with Django, and its entries in the menu."""

    name = "groundswell.headquarters"

    def ready(self) -> None:
        """Enter the menu."""
        from groundswell.look.navigation import register_item

        register_item(label=_("Home"), url_name="headquarters:home", order=0, icon="house")
        register_item(
            label=_("Figures"), url_name="headquarters:totals", order=80, icon="chart-column"
        )
