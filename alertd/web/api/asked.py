"""What programs may ask of the API: the JSON of each request, strict about names and types."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal, TypeVar

from aiohttp import web
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from alertd.errors import Invalid
from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.lengths import NOTE, PARTICULAR, SAID, TASK
from alertd.model.replies import Meaning
from alertd.web.contents import content_of
from alertd.workflow.dispatch.amending import Change

JSON_AT_MOST = 1024 * 1024
Words = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "pattern": r"\S"})]
"""What may not be blank. The workflow refuses it in an officer's words, as it refuses what is too long, so it is only described here."""
Reason = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": NOTE, "pattern": r"\S"})]
Note = Annotated[str, WithJsonSchema({"type": "string", "maxLength": NOTE})]
Said = Annotated[str, WithJsonSchema({"type": "string", "maxLength": SAID})]
Particular = Annotated[str, WithJsonSchema({"type": "string", "maxLength": PARTICULAR})]
Actions = Annotated[
    tuple[str, ...],
    WithJsonSchema({"type": "array", "items": {"type": "string"}, "description": f"All together at most {TASK} characters."}),
]
Moment = Annotated[AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))]
"""With its offset: a time of nowhere, or one at the calendar's end, cannot be told in another zone."""
B = TypeVar("B", bound=BaseModel)


class Asked(BaseModel):
    """A request's JSON object: an unknown key is an error, and so is "no" where false is meant."""

    # Built when the first request asks for one: the daemon's start need not wait for them.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class AskedDeadline(Asked):
    """By when, in words and where possible as a moment."""

    text: Particular
    at: Moment | None = None


class AskedAssignment(Asked):
    """One body and what it must do, instead of what the reading proposes."""

    body: Words
    role: Role = Role.LEAD
    directive: int | None = Field(default=None, ge=0, description="Index of the directive in the reading, where it comes from one.")
    actions: Actions = ()
    deadline: AskedDeadline | None = None
    report: Particular = ""

    def as_proposal(self, place: int) -> Proposal:
        """The proposal that it stands for."""
        deadline = self.deadline or AskedDeadline(text="")
        return Proposal(
            id=f"given/{place}/{self.body}",
            body=self.body,
            role=self.role,
            directive=self.directive,
            actions=self.actions,
            deadline_text=deadline.text,
            deadline_at=deadline.at,
            report=self.report,
            reason="nêu trong yêu cầu phát",
        )


class AskedApproval(Asked):
    """Release; without `assignments` as proposed and corrected so far."""

    assignments: tuple[AskedAssignment, ...] | None = None
    drill: bool = False
    seen: str | None = Field(default=None, description="The preview's fingerprint: refused where something else would go out by now.")


class AskedReason(Asked):
    """A decision and its reason."""

    reason: Reason


class AskedChange(Asked):
    """One correction; what is missing stays as it is; without `proposal` it adds one."""

    proposal: str | None = None
    body: str | None = None
    role: Role | None = None
    actions: Actions | None = None
    deadline_text: Particular | None = None
    report: Particular | None = None
    dropped: bool | None = None
    directive: int | None = Field(default=None, ge=0)

    def as_change(self) -> Change:
        """The change that it stands for."""
        return Change(self.proposal, self.body, self.role, self.actions, self.deadline_text, self.report, self.dropped, self.directive)


class AskedCorrection(Asked):
    """What changes in a release, and what people are told about it."""

    note: Reason
    changes: tuple[AskedChange, ...] = ()
    seen: str | None = Field(default=None, description="The document's fingerprint: refused where something else stands by now.")


class AskedMeaning(Asked):
    """What a person decides that a reply meant."""

    meaning: Meaning
    note: Note = ""


class AskedAnswer(Asked):
    """An answer that came by telephone."""

    meaning: Meaning
    words: Said
    contact: str | None = Field(default=None, description="Which of the body's contacts spoke; another one is refused.")


class AskedFollowup(Asked):
    """An officer's hand on what happens to a body by itself."""

    do: Literal["pause", "resume", "hurry", "skip"]
    reason: Reason
    step: str = Field(default="", description="Which step is hurried or skipped: a `step` of the body's `upcoming`.")
    minutes: int = Field(default=0, ge=0, le=1440, description="How long a pause lasts.")


async def asked(request: web.Request, model: type[B]) -> B:
    """The request's JSON as the model; an empty body is an empty object. Raises Invalid, naming every problem."""
    body = await content_of(request, JSON_AT_MOST)
    try:
        return model.model_validate_json(body or b"{}")
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, item['loc'])) or 'JSON'}: {item['msg']}" for item in error.errors(include_url=False))
        raise Invalid("bad_json", f"Nội dung yêu cầu không hợp lệ: {problems}") from None
