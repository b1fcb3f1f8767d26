"""What was printed, what was keyed from it, what was posted and delivered."""

from groundswell.paper.models.checks import CheckedRow, SecondLook
from groundswell.paper.models.deliveries import Delivery, DeliveryMark, InaccessibleDoor
from groundswell.paper.models.keying import KeyedRow, SheetPhoto, Visit
from groundswell.paper.models.mailings import Mailing, MailingRun
from groundswell.paper.models.printings import PrintedRow, Printing

__all__ = [
    "CheckedRow",
    "Delivery",
    "DeliveryMark",
    "InaccessibleDoor",
    "KeyedRow",
    "Mailing",
    "MailingRun",
    "PrintedRow",
    "Printing",
    "SecondLook",
    "SheetPhoto",
    "Visit",
]
