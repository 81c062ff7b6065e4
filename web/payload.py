"""What a callback takes: the exact inputs and states it was registered with, each with a plain value."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Output

from web.values import Accepts, Takes, plain

WILDCARDS = (["MATCH"], ["ALL"], ["ALLSMALLER"])
MANY = (["ALL"], ["ALLSMALLER"])
FIELDS = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
OUTPUT = frozenset({"id", "property"})
INPUT = frozenset({"id", "property", "value", "allow_optional"})


class PayloadError(ValueError):
    """A payload that the callback does not take."""


@dataclass(frozen=True)
class Slot:
    """One registered input, state or output: its id (a text, or a mapping with wildcards), its property, its values.

    The property of an output that several callbacks share comes with a suffix, "children@3f…".
    """

    id: str | dict[str, Any]
    prop: str
    accepts: Takes = plain
    shared: bool = False

    @property
    def many(self) -> bool:
        """Whether it stands for every component that its pattern finds."""
        return isinstance(self.id, dict) and any(value in MANY for value in self.id.values())

    def check(self, given: object, keys: frozenset[str]) -> list[str]:
        """The names ("id.property") of what was given; raises PayloadError unless this slot takes it."""
        if not self.many:
            return [self._check_one(given, keys)]
        if not isinstance(given, list):
            raise PayloadError("A pattern for all takes a list.")
        return [self._check_one(one, keys) for one in given]

    def _check_one(self, given: object, keys: frozenset[str]) -> str:
        if not isinstance(given, dict) or not given.keys() <= keys:
            raise PayloadError("Expected a component's id, property and value.")
        if not self._named(given.get("property")) or not self._found(given.get("id")):
            raise PayloadError("Expected another component or property.")
        if not self.accepts(given.get("value")):
            raise PayloadError("Expected another kind of value.")
        return f"{_text(given['id'])}.{self.prop}"

    def _named(self, given: object) -> bool:
        return isinstance(given, str) and self.prop == (given.partition("@")[0] if self.shared else given)

    def _found(self, given: object) -> bool:
        if isinstance(self.id, str) or not isinstance(given, dict):
            return type(given) is str and given == self.id
        return given.keys() == self.id.keys() and all(_fits(self.id[key], given[key]) for key in given)


@dataclass(frozen=True)
class Shape:
    """What one callback takes."""

    outputs: tuple[Slot, ...]
    several: bool
    inputs: tuple[Slot, ...]
    state: tuple[Slot, ...]

    def check(self, payload: Mapping[str, object]) -> None:
        """Raise PayloadError unless the callback takes this payload."""
        if not payload.keys() <= FIELDS:
            raise PayloadError("A field that no callback takes.")
        outputs = payload.get("outputs", [])
        _all(self.outputs, outputs if self.several else [outputs], OUTPUT)
        _all(self.state, payload.get("state", []), INPUT)
        _check_changed(payload, _all(self.inputs, payload.get("inputs"), INPUT))


def shapes(callbacks: Mapping[str, Mapping[str, Any]], accepts: Accepts) -> dict[str, Shape]:
    """The shape of every callback that runs here, by its output, from `app.callback_map`.

    `accepts` says for "id.property" (an id with a pattern as `stringify_id` writes it) what else than plain it takes.
    """
    return {output: _shape(found, accepts) for output, found in callbacks.items() if "callback" in found}


def _shape(found: Mapping[str, Any], accepts: Accepts) -> Shape:
    several = isinstance(found["output"], list | tuple)
    outputs = found["output"] if several else [found["output"]]
    return Shape(
        tuple(_output(one) for one in outputs),
        several,
        _slots(found["inputs"], accepts),
        _slots(found["state"], accepts),
    )


def _output(found: Output) -> Slot:
    return Slot(_id(found.component_id_str()), found.component_property, shared=found.allow_duplicate)


def _slots(found: Sequence[Mapping[str, str]], accepts: Accepts) -> tuple[Slot, ...]:
    names = [(one["id"], one["property"]) for one in found]
    return tuple(Slot(_id(id_), name, accepts.get(f"{id_}.{name}", plain)) for id_, name in names)


def _id(text: str) -> str | dict[str, Any]:
    return dict(json.loads(text)) if text.startswith("{") else text


def _text(id_: str | dict[str, object]) -> str:
    """An id as the browser writes it."""
    return id_ if isinstance(id_, str) else json.dumps(id_, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _fits(registered: object, given: object) -> bool:
    if registered in WILDCARDS:
        return given is not None and plain(given)
    return type(given) is type(registered) and given == registered


def _all(slots: Sequence[Slot], given: object, keys: frozenset[str]) -> set[str]:
    if not isinstance(given, list) or len(given) != len(slots):
        raise PayloadError(f"Expected {len(slots)} components.")
    return {name for slot, one in zip(slots, given, strict=True) for name in slot.check(one, keys)}


def _check_changed(payload: Mapping[str, object], names: set[str]) -> None:
    changed = payload.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(name, str) and name in names for name in changed):
        raise PayloadError("Something changed that is no input.")
    if not isinstance(payload.get("parsedChangedPropsIds", []), list):
        raise PayloadError("Expected the ids of what changed.")
