"""Checks that the settings and the directory agree: what one names of the other is there."""

from __future__ import annotations

from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.errors import SetupError
from alertd.model.bodies import BodyType


def check_agreement(settings: Settings, directory: Directory) -> None:
    """Raises SetupError with every name in the settings that the directory does not know."""
    duty = settings.duty
    officers = {contact.id for contact in directory.contacts_of(duty.body)}
    known = {*BodyType, *(body.id for body in directory.bodies)}
    provinces = {body.id.partition("/")[0] for body in directory.bodies}
    problems = []
    if settings.province.id not in provinces:
        problems.append(f"province.id: the directory has no such province; there are: {', '.join(sorted(provinces))}")
    if not officers:
        problems.append(f"duty.body: the directory has no contact for {duty.body!r}")
    problems += [
        f"followups.ladders_for.{key}: the directory has no such body, and there is no such type"
        for key in settings.followups.ladders_for
        if key not in known
    ]
    problems += [f"duty.roster: {w.officer!r} is no contact of {duty.body!r}" for w in duty.watches if w.officer not in officers]
    if problems:
        raise SetupError(problems)
