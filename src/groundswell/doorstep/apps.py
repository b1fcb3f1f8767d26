"""The Django app of this part."""

from django.apps import AppConfig


class DoorstepConfig(AppConfig):
    """Registers the part with Django and its work with the worker."""

    name = "groundswell.doorstep"

    def ready(self) -> None:
        """Bring rounds back when their days are over."""
        from groundswell.common.work import reconcile_every
        from groundswell.doorstep import commands

        reconcile_every(60, "doorstep.rounds", commands.expire_due_rounds)
