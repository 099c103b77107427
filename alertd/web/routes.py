"""Every address that alertd answers, what answers there, and who may call it."""

from __future__ import annotations

from alertd.model.accounts import Scope
from alertd.web import health, hooks, metrics
from alertd.web.api import dispatches as api_dispatches
from alertd.web.api import documents as api_documents
from alertd.web.api import events, openapi, operations
from alertd.web.api import statistics as api_statistics
from alertd.web.pages import (
    attachments,
    audit,
    bodies,
    dispatches,
    documents,
    handover,
    overview,
    proposals,
    readiness,
    releases,
    replies,
    signing_in,
    statistics,
)
from alertd.web.routing import API, Kind, Route

PAGES = (
    Route("GET", "/login", signing_in.ask, Kind.PAGE),
    Route("POST", "/login", signing_in.sign_in, Kind.PAGE),
    Route("GET", "/drill-login", signing_in.drill_sign_in, Kind.PAGE),
    Route("POST", "/logout", signing_in.sign_out, Kind.PAGE, Scope.READ),
    Route("GET", "/", overview.show, Kind.PAGE, Scope.READ),
    Route("GET", "/documents", documents.everything, Kind.PAGE, Scope.READ),
    Route("POST", "/documents", documents.hand_in, Kind.PAGE, Scope.SUBMIT),
    Route("GET", r"/documents/{id:\d+}", documents.review, Kind.PAGE, Scope.READ),
    Route("POST", r"/documents/{id:\d+}/begin", documents.begin, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/urgent", documents.take_as_urgent, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/proposals", proposals.change, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/placings", proposals.place, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/successions", proposals.succeed, Kind.PAGE, Scope.RELEASE),
    Route("GET", r"/documents/{id:\d+}/approve", releases.confirm, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/approve", releases.approve, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/reject", releases.reject, Kind.PAGE, Scope.RELEASE),
    Route("GET", r"/documents/{id:\d+}/correct", releases.correcting, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/correct", releases.correct, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/withdraw", releases.withdraw, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/documents/{id:\d+}/close", releases.close, Kind.PAGE, Scope.RELEASE),
    Route("GET", r"/dispatches/{id:\d+}", dispatches.board, Kind.PAGE, Scope.READ),
    Route("GET", r"/dispatches/{id:\d+}/calls", dispatches.call_list, Kind.PAGE, Scope.READ),
    Route("GET", r"/dispatches/{id:\d+}/report.csv", dispatches.outcome, Kind.PAGE, Scope.READ),
    Route("GET", r"/dispatches/{id:\d+}/bodies/{body:.+}", dispatches.one_body, Kind.PAGE, Scope.READ),
    Route("POST", r"/dispatches/{id:\d+}/bodies/{body:.+}/followup", dispatches.intervene, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/dispatches/{id:\d+}/bodies/{body:.+}", dispatches.record_answer, Kind.PAGE, Scope.ANSWER),
    Route("GET", r"/attachments/{id:\d+}", attachments.show, Kind.PAGE, Scope.READ),
    Route("GET", "/replies", replies.everything, Kind.PAGE, Scope.READ),
    Route("POST", r"/replies/{id:\d+}/resolve", replies.resolve, Kind.PAGE, Scope.ANSWER),
    Route("GET", "/bodies", bodies.everything, Kind.PAGE, Scope.READ),
    Route("GET", "/bodies/{body:.+}", bodies.history, Kind.PAGE, Scope.READ),
    Route("POST", "/bodies/{body:.+}/absences", bodies.enter_absence, Kind.PAGE, Scope.RELEASE),
    Route("POST", "/bodies/{body:.+}/absences/end", bodies.end_absence, Kind.PAGE, Scope.RELEASE),
    Route("POST", "/bodies/{body:.+}/trial", bodies.try_addresses, Kind.PAGE, Scope.RELEASE),
    Route("GET", "/handover", handover.show, Kind.PAGE, Scope.READ),
    Route("POST", "/handover", handover.begin, Kind.PAGE, Scope.RELEASE),
    Route("POST", "/handover/phone", handover.bind, Kind.PAGE, Scope.RELEASE),
    Route("POST", r"/alerts/{id:\d+}/take", handover.take, Kind.PAGE, Scope.ANSWER),
    Route("GET", "/audit", audit.show, Kind.PAGE, Scope.READ),
    Route("GET", "/statistics", statistics.show, Kind.PAGE, Scope.READ),
    Route("GET", "/statistics.csv", statistics.sheet, Kind.PAGE, Scope.READ),
    Route("GET", "/readiness", readiness.show, Kind.PAGE, Scope.READ),
    Route("GET", "/readiness/check", readiness.confirm_check, Kind.PAGE, Scope.RELEASE),
    Route("POST", "/readiness/check", readiness.begin_check, Kind.PAGE, Scope.RELEASE),
)

DOCUMENT = API + r"/documents/{id:\d+}"
PROGRAMS = (
    Route("GET", f"{API}/openapi.json", openapi.show, Kind.API, None, operations.DESCRIPTION),
    Route("POST", f"{API}/documents", api_documents.submit, Kind.API, Scope.SUBMIT, operations.SUBMIT),
    Route("GET", f"{API}/documents", api_documents.everything, Kind.API, Scope.READ, operations.LIST),
    Route("GET", DOCUMENT, api_documents.one, Kind.API, Scope.READ, operations.DOCUMENT),
    Route("GET", f"{DOCUMENT}/text", api_documents.text, Kind.API, Scope.READ, operations.SOURCE),
    Route("GET", f"{DOCUMENT}/preview", api_documents.preview, Kind.API, Scope.RELEASE, operations.PREVIEW),
    Route("POST", f"{DOCUMENT}/approve", api_documents.approve, Kind.API, Scope.RELEASE, operations.APPROVE),
    Route("POST", f"{DOCUMENT}/urgent", api_documents.take_as_urgent, Kind.API, Scope.RELEASE, operations.URGENT),
    Route("POST", f"{DOCUMENT}/reject", api_documents.reject, Kind.API, Scope.RELEASE, operations.REJECT),
    Route("POST", f"{DOCUMENT}/correct", api_documents.correct, Kind.API, Scope.RELEASE, operations.CORRECT),
    Route("POST", f"{DOCUMENT}/withdraw", api_documents.withdraw, Kind.API, Scope.RELEASE, operations.WITHDRAW),
    Route("POST", f"{DOCUMENT}/close", api_documents.close, Kind.API, Scope.RELEASE, operations.CLOSE),
    Route("GET", API + r"/dispatches/{id:\d+}", api_dispatches.one, Kind.API, Scope.READ, operations.DISPATCH),
    Route("GET", API + r"/dispatches/{id:\d+}/calls", api_dispatches.calls, Kind.API, Scope.READ, operations.CALLS),
    Route(
        "POST",
        API + r"/dispatches/{id:\d+}/bodies/{body:.+}/answers",
        api_dispatches.record_answer,
        Kind.API,
        Scope.ANSWER,
        operations.ANSWER,
    ),
    Route(
        "POST",
        API + r"/dispatches/{id:\d+}/bodies/{body:.+}/followup",
        api_dispatches.intervene,
        Kind.API,
        Scope.RELEASE,
        operations.INTERVENE,
    ),
    Route("POST", API + r"/replies/{id:\d+}/resolve", api_dispatches.resolve, Kind.API, Scope.ANSWER, operations.RESOLVE),
    Route("GET", API + r"/attachments/{id:\d+}", attachments.hand_over, Kind.API, Scope.READ, operations.ATTACHMENT),
    Route("POST", API + r"/alerts/{id:\d+}/take", api_dispatches.take, Kind.API, Scope.ANSWER, operations.TAKE),
    Route("GET", f"{API}/statistics", api_statistics.show, Kind.API, Scope.READ, operations.STATISTICS),
    Route("GET", f"{API}/events", events.events, Kind.API, Scope.READ, operations.EVENTS),
)

PROVIDERS = (
    Route("POST", "/hooks/telegram/{name}", hooks.telegram, Kind.HOOK),
    Route("POST", "/hooks/twilio/{name}/{what:sms|status|voice}", hooks.twilio, Kind.HOOK),
)

MONITORING = (
    *(Route(method, "/healthz", health.alive, Kind.OPEN) for method in ("GET", "HEAD")),  # watchers often ask for the head only
    *(Route(method, "/readyz", health.ready, Kind.OPEN) for method in ("GET", "HEAD")),
    Route("GET", "/metrics", metrics.show, Kind.OPEN),
)

ROUTES = (*PAGES, *PROGRAMS, *PROVIDERS, *MONITORING)
