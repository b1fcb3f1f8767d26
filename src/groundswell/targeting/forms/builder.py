"""The whole builder: name, area, rows and groups, and what the buttons do to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from groundswell.contact.queries import opinions_kept
from groundswell.places.models import Area
from groundswell.targeting.forms.blocks import Block, NameForm, Row
from groundswell.targeting.forms.conditions import ConditionForm
from groundswell.targeting.forms.offers import Offers
from groundswell.targeting.forms.wording import WORDING, KindWords
from groundswell.targeting.models import Universe
from groundswell.targeting.rules import KINDS, Match, Trouble, WrongRule
from groundswell.targeting.rules.checking import MOST_CONDITIONS


class Builder:
    """Reads what a browser sends, or a saved universe; makes rows; gives the rule."""

    def __init__(self, areas: Sequence[Area], sent: QueryDict | None = None) -> None:
        self.areas = {area.pk: area for area in areas}
        self.names = _names(areas, sent)
        self.offers = Offers(self._area_typed(sent))
        self.blocks = [Block(0)]
        if sent is not None:
            self._read(sent)

    @classmethod
    def of_universe(cls, areas: Sequence[Area], universe: Universe | None) -> "Builder":
        """The builder of a saved universe; of None, an empty one."""
        builder = cls(areas)
        if universe is None:
            builder.names.initial = {"shared": True}
            builder.offers = Offers(areas[0] if areas else None)
            return builder
        builder.names.initial = {
            "area": universe.area_id,
            "name": universe.name,
            "shared": universe.shared,
        }
        builder.offers = Offers(universe.area)
        builder._of_rule(universe.rule)
        return builder

    @property
    def area(self) -> Area | None:
        """The area chosen; None where it is none of the organiser's."""
        return self.offers.area

    def chips(self) -> Iterator[tuple[str, KindWords]]:
        """The conditions that can be added here."""
        useless = set() if self.offers.parties else {"party_registered"}
        if not opinions_kept():
            useless.add("voting_intention")
        yield from ((kind, words) for kind, words in WORDING.items() if kind not in useless)

    def press(self, sent: QueryDict) -> bool:
        """Do what an “add” or “take out” button says; False where none was pressed."""
        if kind_in := sent.get("add"):
            self._add(*kind_in.partition(":")[::2])
        elif key := sent.get("take_out"):
            self._remove(key)
        elif match := sent.get("add_group"):
            self._add_group(match)
        elif index := sent.get("take_out_group"):
            self.blocks = [b for b in self.blocks if b.index == 0 or str(b.index) != index]
        else:
            return False
        return True

    def rule(self) -> dict[str, Any]:
        """The rule as it stands, every trouble put on its row; raises WrongRule on the first."""
        first: WrongRule | None = None
        for row in self._rows():
            try:
                row.form.condition()
            except WrongRule as wrong:
                row.form.show_trouble(wrong)
                first = first or wrong
        for block in self.blocks[1:]:
            if not block.rows:
                block.trouble = _("This group is empty: add a condition, or take the group out.")
                first = first or WrongRule(Trouble.EMPTY_GROUP)
        if first is not None:
            raise first
        return self._put_together(lambda row: row.form.condition())

    def rule_so_far(self) -> tuple[dict[str, Any], int]:
        """The rule of the rows that can be used already, and how many cannot."""
        unusable = sum(1 for row in self._rows() if not _usable(row))
        return self._put_together(
            lambda row: row.form.condition() if _usable(row) else None
        ), unusable

    def _put_together(self, condition_of: Callable[[Row], dict[str, Any] | None]) -> dict[str, Any]:
        top, *groups = [
            {
                "match": block.match,
                "conditions": [said for row in block.rows if (said := condition_of(row))],
            }
            for block in self.blocks
        ]
        kept = [group for group in groups if group["conditions"]]
        return {"match": top["match"], "conditions": [*top["conditions"], *kept]}

    def _rows(self) -> Iterator[Row]:
        for block in self.blocks:
            yield from block.rows

    def _area_typed(self, sent: QueryDict | None) -> Area | None:
        typed = sent.get("area", "") if sent is not None else ""
        return self.areas.get(int(typed)) if typed.isascii() and typed.isdigit() else None

    def _read(self, sent: QueryDict) -> None:
        """Rows name themselves “block-place-kind” in hidden fields; groups likewise."""
        groups = [_number(text) for text in sent.getlist("group")[:MOST_CONDITIONS]]
        blocks = {index: Block(index) for index in [0, *groups] if index >= 0}
        for block in blocks.values():
            match = sent.get(f"{block.index}-match", Match.ALL)
            block.match = match if match in set(Match) else Match.ALL
        for key in sent.getlist("row")[:MOST_CONDITIONS]:
            where, _dash, kind = key.rpartition("-")
            index = _number(where.partition("-")[0])
            if index in blocks and kind in KINDS:
                form = ConditionForm(kind, self.offers, data=sent, prefix=where)
                blocks[index].rows.append(Row(where, form))
        self.blocks = list(blocks.values())

    def _of_rule(self, rule: Mapping[str, Any]) -> None:
        self.blocks[0].match = rule["match"]
        for item in rule["conditions"]:
            if "match" not in item:
                self._append(self.blocks[0], item)
                continue
            block = Block(len(self.blocks), item["match"])
            self.blocks.append(block)
            for condition in item["conditions"]:
                self._append(block, condition)

    def _append(self, block: Block, condition: Mapping[str, Any]) -> None:
        key = _next_key(block)
        block.rows.append(Row(key, ConditionForm.of_condition(condition, self.offers, key)))

    def _add(self, index: str, kind: str) -> None:
        for block in self.blocks:
            if str(block.index) == index and kind in KINDS:
                key = _next_key(block)
                form = ConditionForm.added(kind, self.offers, key)
                block.rows.append(Row(key, form, new=True))

    def _remove(self, key: str) -> None:
        for block in self.blocks:
            kept = [row for row in block.rows if row.key != key]
            block.new = block.new or len(kept) < len(block.rows)
            block.rows = kept

    def _add_group(self, match: str) -> None:
        if match in set(Match):
            index = max(block.index for block in self.blocks) + 1
            self.blocks.append(Block(index, match, new=True))


def _names(areas: Sequence[Area], sent: QueryDict | None) -> NameForm:
    """The head; judged only when it is to be saved, kept as typed before."""
    if sent is None or "save" in sent:
        return NameForm(areas, data=sent)
    typed = {name: sent.get(name, "") for name in ("area", "name")}
    return NameForm(areas, initial={**typed, "shared": "shared" in sent})


def _next_key(block: Block) -> str:
    taken = [_number(row.key.partition("-")[2]) for row in block.rows]
    return f"{block.index}-{max(taken, default=-1) + 1}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else -1


def _usable(row: Row) -> bool:
    return _condition_or_none(row) is not None


def _condition_or_none(row: Row) -> dict[str, Any] | None:
    try:
        return row.form.condition()
    except WrongRule:
        return None
