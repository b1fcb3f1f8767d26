"""The three ways in which something asked for does not happen."""


class Refused(Exception):
    """Not done, for a reason its reader can act on: the message is a sentence for the screen."""


class NotFound(Exception):
    """There is no such thing for the one who asks; nobody learns whether it exists."""


class ProviderTrouble(Exception):
    """An outside service did not do its part; ``permanent`` says that trying again is useless."""

    def __init__(self, summary: str, *, permanent: bool) -> None:
        super().__init__(summary)
        self.permanent = permanent
