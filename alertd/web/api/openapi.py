"""Describes the API to programs (OpenAPI 3.1), from the same table that answers them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from alertd.web.api.schemas import PROBLEM_CONTENT, SCHEMAS
from alertd.web.keys import TABLE
from alertd.web.routing import Kind, Operation, Route

PARAMETER = re.compile(r"\{(\w+)(?::[^{}]*)?\}")
REF_TEMPLATE = "#/components/schemas/{model}"


async def show(request: web.Request) -> web.StreamResponse:
    """The description."""
    return web.json_response(describe(request.app[TABLE].values()))


def describe(routes: Iterable[Route]) -> dict[str, Any]:
    """The OpenAPI document of every API route."""
    paths: dict[str, dict[str, Any]] = {}
    schemas: dict[str, Any] = dict(SCHEMAS)
    for route in routes:
        if route.kind is Kind.API and route.operation is not None:
            paths.setdefault(template_of(route.path), {})[route.method.lower()] = _operation(route, route.operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "alertd", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def template_of(path: str) -> str:
    """The path as OpenAPI writes it: patterns left out."""
    return PARAMETER.sub(r"{\1}", path)


def _operation(route: Route, operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in PARAMETER.findall(route.path)]
    answers = {str(status): {"description": words, "content": _content(content)} for status, (words, content) in operation.answers.items()}
    described = {
        "summary": operation.summary,
        "operationId": f"{route.handler.__module__.rsplit('.', 1)[-1]}_{route.handler.__name__}",
        "parameters": [*parameters, *operation.parameters],
        "responses": answers | {"default": {"description": "Refused.", "content": _content(PROBLEM_CONTENT)}},
        "security": [{"token": [route.scope]}] if route.scope else [],
    }
    content = _taken(operation, schemas)
    return described | ({"requestBody": {"required": _must_be_sent(operation), "content": _content(content)}} if content else {})


def _must_be_sent(operation: Operation) -> bool:
    """An empty body stands for an empty object: it says enough where no key of it is required."""
    return operation.body is None or any(field.is_required() for field in operation.body.model_fields.values())


def _taken(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any] | None:
    """What the operation takes; the schemas of its JSON join the others."""
    if operation.body is None:
        return operation.content
    schema = operation.body.model_json_schema(ref_template=REF_TEMPLATE)
    schemas.update(schema.pop("$defs", {}))
    schemas[operation.body.__name__] = schema
    return {"application/json": {"$ref": REF_TEMPLATE.format(model=operation.body.__name__)}}


def _content(content: dict[str, Any]) -> dict[str, Any]:
    return {media: {"schema": schema} for media, schema in content.items()}
