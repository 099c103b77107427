"""The shapes of the API's answers, as JSON schemas for its description."""

from __future__ import annotations

from typing import Any

from alertd.model.appointments import AppointmentState
from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.documents import DeadlineKind, DocumentKind, DocumentState, Hazard, Period, Relation, Secrecy, Urgency
from alertd.model.media import AttachmentState, MediaKind
from alertd.model.notices import DeliveryState, DispatchState
from alertd.model.replies import Meaning, ReplyState
from alertd.workflow.board.calls import Need

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
YES_NO: Schema = {"type": "boolean"}
TIME: Schema = {"type": "string", "format": "date-time"}
DAY: Schema = {"type": "string", "format": "date"}
SPAN: Schema = {
    "type": "array",
    "items": WHOLE,
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end) in code points of the file's text",
}


def many(schema: Schema) -> Schema:
    """A list of that."""
    return {"type": "array", "items": schema}


def maybe(schema: Schema) -> Schema:
    """That, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def thing(**properties: Schema) -> Schema:
    """An object that has all of these; more may be added later."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def one_of(words: type[Any]) -> Schema:
    """One of an enumeration's words."""
    return {"type": "string", "enum": [str(word) for word in words]}


def ref(name: str) -> Schema:
    """A reference to a named schema."""
    return {"$ref": f"#/components/schemas/{name}"}


PROBLEM_CONTENT = {"application/problem+json": ref("Problem")}

SCHEMAS: dict[str, Schema] = {
    "Problem": thing(type=TEXT, title=TEXT, status=WHOLE, detail=TEXT, code=TEXT),
    "Preview": thing(
        bodies=WHOLE,
        people=WHOLE,
        messages={"type": "object", "additionalProperties": WHOLE, "description": "Number of messages by channel"},
        sms_parts=WHOLE,
        untold={**WHOLE, "description": "Bodies for which nobody can be told: they must be telephoned"},
        unreachable=many(thing(body=TEXT, reason=TEXT)),
        warnings=many(TEXT),
    ),
    "Action": thing(text=TEXT, span=SPAN, bodies=many(TEXT)),
    "Deadline": thing(
        text=TEXT,
        at=maybe(TIME),
        kind=one_of(DeadlineKind),
        repeats=maybe(one_of(Period)),
        times=many(TEXT),
        weekday=maybe(WHOLE),
        day=maybe(WHOLE),
        within_s=maybe(WHOLE),
    ),
    "ReportDuty": thing(text=TEXT, to=maybe(TEXT), deadline=maybe(ref("Deadline"))),
    "ResolvedBody": thing(id=TEXT, name=TEXT, role=one_of(Role), reason=TEXT),
    "Candidate": thing(name=TEXT, label=TEXT, bodies=many(TEXT), reason=TEXT),
    "Directive": thing(
        section=TEXT,
        addressees=many(TEXT),
        supports=many(TEXT),
        text=TEXT,
        span=SPAN,
        actions=many(ref("Action")),
        deadline=maybe(ref("Deadline")),
        report=maybe(ref("ReportDuty")),
        bodies=many(ref("ResolvedBody")),
        unresolved=many(TEXT),
        suggestions=many(TEXT),
        candidates=many(ref("Candidate")),
        outside=many(TEXT),
        for_all_named=YES_NO,
        why=many(TEXT),
    ),
    "Relation": thing(number=TEXT, issued_on=maybe(DAY), relation=one_of(Relation), span=SPAN),
    "ReadingProblem": thing(code=TEXT, text=TEXT, span=maybe(SPAN)),
    "Proposal": thing(
        id=TEXT,
        body=TEXT,
        role=one_of(Role),
        directive=maybe(WHOLE),
        actions=many(TEXT),
        deadline_text=TEXT,
        deadline_at=maybe(TIME),
        report=TEXT,
        reason=TEXT,
        dropped=YES_NO,
    ),
    "Document": thing(
        id=WHOLE,
        file_id=WHOLE,
        state=one_of(DocumentState),
        proposals=many(ref("Proposal")),
        kind=one_of(DocumentKind),
        number=maybe(TEXT),
        issued_on=maybe(DAY),
        issuer=maybe(TEXT),
        subject=maybe(TEXT),
        urgency=maybe(one_of(Urgency)),
        secrecy=maybe(one_of(Secrecy)),
        internal=YES_NO,
        emergency=YES_NO,
        emergency_reason=TEXT,
        hazards=many(one_of(Hazard)),
        cites=many(TEXT),
        relations=many(ref("Relation")),
        addressees_to_act=many(TEXT),
        copies=many(TEXT),
        signatory=maybe(TEXT),
        span=SPAN,
        directives=many(ref("Directive")),
        context=many(SPAN),
        problems=many(ref("ReadingProblem")),
    ),
    "DocumentInHand": {"allOf": [ref("Document"), thing(fingerprint=TEXT)]},
    "Documents": thing(documents=many(ref("Document"))),
    "Submission": thing(file_id=WHOLE, documents=many(ref("Document"))),
    "Decision": thing(id=WHOLE, state=one_of(DocumentState)),
    "Release": thing(dispatch_id=WHOLE, document_id=WHOLE, state=one_of(DispatchState), drill=YES_NO),
    "Taken": thing(id=WHOLE, about=TEXT, taken_by=TEXT, taken_at=TIME),
    "Delivery": thing(
        channel=TEXT,
        kind=TEXT,
        contact=maybe(TEXT),
        state=one_of(DeliveryState),
        attempts=WHOLE,
        reason=TEXT,
        sent_at=maybe(TIME),
        delivered_at=maybe(TIME),
    ),
    "Reply": thing(
        id=WHOLE,
        received_at=TIME,
        channel=TEXT,
        contact=maybe(TEXT),
        words=TEXT,
        meaning=one_of(Meaning),
        reason=TEXT,
        matched_by=TEXT,
        who=TEXT,
        tasks=many(thing(task=WHOLE, meaning=one_of(Meaning))),
        figures=many(thing(what=TEXT, about=TEXT, text=TEXT, done=maybe(NUMBER), of=maybe(NUMBER), left=maybe(NUMBER))),
        attachments=many(
            thing(
                id=WHOLE,
                kind=one_of(MediaKind),
                name=TEXT,
                state=one_of(AttachmentState),
                reason=TEXT,
                content_type=TEXT,
                size=maybe(WHOLE),
                latitude=maybe(NUMBER),
                longitude=maybe(NUMBER),
                received_at=TIME,
                content=maybe(TEXT),
            )
        ),
        void_at=maybe(TIME),
        state=one_of(ReplyState),
        resolved_by=maybe(TEXT),
        resolved_at=maybe(TIME),
    ),
    "Task": thing(
        number=WHOLE,
        directive=maybe(WHOLE),
        role=one_of(Role),
        actions=many(TEXT),
        deadline_at=maybe(TIME),
        state=one_of(AssignmentState),
        state_at=TIME,
        by=maybe(TEXT),
        reply=maybe(WHOLE),
    ),
    "Tally": thing(
        what=TEXT,
        about=TEXT,
        done=maybe(NUMBER),
        of=maybe(NUMBER),
        left=maybe(NUMBER),
        reports=many(thing(body=TEXT, by=TEXT, at=TIME, reply=WHOLE, text=TEXT, done=maybe(NUMBER), of=maybe(NUMBER), left=maybe(NUMBER))),
    ),
    "Row": thing(
        body=TEXT,
        name=TEXT,
        role=one_of(Role),
        code=TEXT,
        state=one_of(AssignmentState),
        silent=YES_NO,
        late=YES_NO,
        escalated=YES_NO,
        acknowledged_at=maybe(TIME),
        by=maybe(TEXT),
        words=TEXT,
        next=TEXT,
        next_at=maybe(TIME),
        upcoming=many(thing(step=TEXT, does=TEXT, at=TIME)),
        pause=TEXT,
        tasks=many(ref("Task")),
        deliveries=many(ref("Delivery")),
        replies=many(ref("Reply")),
    ),
    "Pace": thing(number=WHOLE, half=maybe(NUMBER), nine_tenths=maybe(NUMBER)),
    "Statistics": thing(
        first=DAY,
        last=DAY,
        drill=YES_NO,
        releases=WHOLE,
        ordered=WHOLE,
        told_at_once=WHOLE,
        deciding=ref("Pace"),
        telling=ref("Pace"),
        answering=ref("Pace"),
        bodies=many(
            thing(body=TEXT, name=TEXT, ordered=WHOLE, told=WHOLE, answered=WHOLE, unprompted=WHOLE, answering=ref("Pace")),
        ),
    ),
    "Calls": thing(
        dispatch_id=WHOLE,
        calls=many(
            thing(
                body=TEXT,
                name=TEXT,
                code=TEXT,
                need={"type": "string", "enum": [need.name.lower() for need in Need]},
                why=TEXT,
                contacts=many(thing(title=TEXT, telephones=many(TEXT))),
                tasks=many(ref("Task")),
            )
        ),
    ),
    "Dispatch": thing(
        id=WHOLE,
        document_id=WHOLE,
        drill=YES_NO,
        dispatch_state=one_of(DispatchState),
        state=one_of(AssignmentState),
        urgency=TEXT,
        released_at=TIME,
        released_by=TEXT,
        expires_at=TIME,
        corrects=maybe(WHOLE),
        superseded=many(thing(document_id=WHOLE, relation=one_of(Relation))),
        bodies=many(ref("Row")),
        totals={"type": "object", "additionalProperties": WHOLE},
        reports=many(thing(body=TEXT, at=TIME, state=one_of(AppointmentState), reply=maybe(WHOLE))),
        figures=many(ref("Tally")),
    ),
}
