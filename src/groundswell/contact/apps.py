"""The Django app of this part."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    """Registers the part with Django and what it keeps beside the register and the stops."""

    name = "groundswell.contact"

    def ready(self) -> None:
        """Follow the register and the stops."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.contact.commands import keep_states_for_register, refresh_callable
        from groundswell.contact.commands.stopping import follow_all_stops, follow_stop
        from groundswell.privacy.announcements import ContactStopped, StopLifted
        from groundswell.register.after_apply import on_apply, on_details_changed

        on_apply(keep_states_for_register)
        on_details_changed(refresh_callable)
        listen(ContactStopped, follow_stop)
        listen(StopLifted, follow_stop)
        reconcile_every(300, "contact.stops", follow_all_stops)
