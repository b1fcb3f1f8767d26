"""The Django app of this part."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Registers the part with Django, its work with the worker, and what it listens to."""

    name = "groundswell.outreach"

    def ready(self) -> None:
        """Bring batches back in time, keep queues at their universes, hear of bars."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.members.announcements import MemberBarred
        from groundswell.members.reach import register_reach
        from groundswell.outreach import belongings, commands, listening, privacy, queries
        from groundswell.outreach.commands import flags as safeguards
        from groundswell.targeting.announcements import UniverseChanged

        reconcile_every(5, "outreach.queues", commands.refresh_due_queues)
        reconcile_every(20, "outreach.batches", commands.expire_batches)
        reconcile_every(20, "outreach.barred", commands.withdraw_from_the_barred)
        reconcile_every(60, "outreach.safeguards", safeguards.look_for_implausible_results)
        listen(MemberBarred, listening.take_back_from_the_barred)
        listen(UniverseChanged, listening.refresh_for_changed_universe)
        reconcile_every(3600, "outreach.old_batches", commands.forget_old_batches)
        reconcile_every(3600, "outreach.old_visits", commands.forget_old_visits)
        privacy.register()
        belongings.register()
        register_reach(queries.took_part_with)
