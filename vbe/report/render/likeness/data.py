"""JSON says what its values say: order of keys and blanks say nothing."""

from __future__ import annotations

import json

CIRCUMSTANCES = ("seal", "model")


def statements(content: bytes) -> dict[str, object]:
    """Each key of the model, and each section, with its values; what is not JSON says only itself."""
    try:
        model = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return {"": content}
    if not isinstance(model, dict) or not isinstance(model.get("provenance"), dict):
        return {"": content}
    facts = model["provenance"].items()
    model["provenance"] = {key: value for key, value in facts if key not in CIRCUMSTANCES and value is not None}
    return {key: json.dumps(value, sort_keys=True) for key, value in model.items()}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different: of two alike, readers choose differently."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found
