"""What telephones took along and handed in, for the table of who may see what."""

from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.offline_app import bundle
from groundswell.offline_app.commands import Delivery, receive_records
from groundswell.offline_app.models import Received
from groundswell.outreach.commands import join_effort
from tests.canvass import open_canvass
from tests.phone_bank import open_phone_bank
from tests.town import Town


def furnish_offline_app(town: Town) -> None:
    """A round in Bob's hands, batches that may be taken along, a record that was not counted."""
    canvass = open_canvass(town, doors=6, name="Riverside with telephones")
    town.things |= {"app_version": bundle.version(), "app_file": bundle.modules()[0]}
    town.things["app_round"], *_more = cut_by_size(by=town.organiser, effort=canvass, doors=6)
    book_round(by=town.caller, walked=town.app_round, key=uuid7())
    town.things["app_effort"] = open_phone_bank(town, name="On the train", shows=["along"])
    join_effort(by=town.caller, effort=town.app_effort, agreed=True)
    record = {"id": str(uuid7()), "kind": "board", "round": town.app_round.code, "action": "odd"}
    receive_records(by=town.caller, delivery=Delivery(records=[record]))
    town.things["app_record"] = Received.objects.get(id_on_device=record["id"])
