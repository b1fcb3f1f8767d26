"""The API's documentation, made from its own description, served from here and to members only."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from groundswell.members.access import signed_in


@require_GET
@signed_in
def documentation(request: HttpRequest, schema_of: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """Every route: what it does, what it takes, what it answers."""
    schema = schema_of()
    return render(
        request,
        "api/documentation.html",
        {"about": schema["info"], "routes": list(_routes(schema))},
    )


@require_GET
@signed_in
def description(request: HttpRequest, schema_of: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """The same for programs: OpenAPI."""
    return JsonResponse(schema_of())


def _routes(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    shapes = schema.get("components", {}).get("schemas", {})
    for address, methods in schema["paths"].items():
        for method, route in methods.items():
            summary, _, rest = (route.get("description") or route["summary"]).partition("\n")
            yield {
                "method": method.upper(),
                "address": address,
                "summary": summary,
                "description": rest.strip(),
                "takes": _example(_shape_of(route.get("requestBody", {})), shapes),
                "answers": _example(_shape_of(_answer_of(route)), shapes),
            }


def _answer_of(route: Mapping[str, Any]) -> Mapping[str, Any]:
    answers: Mapping[Any, Mapping[str, Any]] = route["responses"]
    return next((answer for status, answer in answers.items() if int(status) < 300), {})


def _shape_of(body: Mapping[str, Any]) -> Mapping[str, Any]:
    shape: Mapping[str, Any] = body.get("content", {}).get("application/json", {}).get("schema", {})
    return shape


def _example(shape: Mapping[str, Any], shapes: Mapping[str, Any]) -> str:
    return json.dumps(_sketch(shape, shapes), indent=2, ensure_ascii=False) if shape else ""


def _sketch(shape: Mapping[str, Any], shapes: Mapping[str, Any]) -> Any:
    """The shape as JSON with the kinds of its values in place of values."""
    if "$ref" in shape:
        return _sketch(shapes[shape["$ref"].rsplit("/", 1)[-1]], shapes)
    if "anyOf" in shape:
        return _sketch(shape["anyOf"][0], shapes)
    if "enum" in shape:
        return " | ".join(str(word) for word in shape["enum"])
    if shape.get("type") == "object" and "properties" in shape:
        return {name: _sketch(inner, shapes) for name, inner in shape["properties"].items()}
    if shape.get("type") == "object":
        return {"…": _sketch(shape.get("additionalProperties") or {}, shapes)}
    if shape.get("type") == "array":
        return [_sketch(shape.get("items", {}), shapes)]
    return shape.get("format") or shape.get("type") or "any"
