"""What the app asks the server for, as JSON; see docs/explain/nothing-is-lost.md."""

from ninja import Router

from groundswell.offline_app.api.batches import router as batches
from groundswell.offline_app.api.records import router as records
from groundswell.offline_app.api.rounds import router as rounds

router = Router(tags=["App"])
router.add_router("", records)
router.add_router("", rounds)
router.add_router("", batches)

__all__ = ["router"]
