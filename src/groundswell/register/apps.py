"""The Django app of this part."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Registers the part with Django, and its work with the worker."""

    name = "groundswell.register"

    def ready(self) -> None:
        """Have imports moved on."""
        from groundswell.common.work import reconcile_every
        from groundswell.register.tasks import move_imports_on

        reconcile_every(2, "register.imports", move_imports_on)
