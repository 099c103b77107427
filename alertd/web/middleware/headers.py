"""Puts on every response what keeps a browser from being turned against the officer."""

from __future__ import annotations

from aiohttp import web

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
"""Everything from this server alone; no inline script or style, so what a document's text smuggles in stays text."""


async def protect(request: web.Request, response: web.StreamResponse) -> None:
    """Called when a response begins; static files may be cached, nothing else."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", POLICY)  # what people sent comes with a narrower one
    headers["Server"] = "alertd"  # of which library and version is nobody's business
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin"
    is_file = request.path.startswith("/static/") and response.status < 400
    headers["Cache-Control"] = "public, max-age=86400" if is_file else "no-store"
