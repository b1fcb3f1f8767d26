"""What the app asks the server for, as JSON; see docs/explain/nothing-is-lost.md."""

from ninja import Router

from groundswell.offline_app.api import batches, records, rounds

router = Router(tags=["App"])
for part in (records, rounds, batches):
    router.add_router("", part.router)

__all__ = ["router"]
