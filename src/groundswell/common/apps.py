"""The Django app of this part."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Registers the part with Django and its mail with the worker."""

    name = "groundswell.common"

    def ready(self) -> None:
        """Have the worker send mail."""
        from groundswell.common import mail, work

        work.reconcile_every(2, mail.RECONCILER, mail.send_what_is_due)
