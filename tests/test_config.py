"""The configuration: complete, strict, overridable by the environment, and honest about everything that is wrong with it at once."""

from __future__ import annotations

import re
from datetime import time, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from alertd.config import Settings, load_settings, packaged
from alertd.errors import SetupError
from alertd.model.documents import Urgency
from alertd.model.escalation import StepKind

DEFAULT = packaged("config.toml").read_text(encoding="utf-8")


def line_of(text: str, beginning: str) -> int:
    """The line on which the first line that begins so stands."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(beginning))


class Desk:
    """A folder with a config.toml, written as the default with some lines exchanged."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "config.toml"
        self.text = DEFAULT

    def with_line(self, old: str, new: str) -> Desk:
        assert old in self.text
        self.text = self.text.replace(old, new, 1)
        return self

    def loaded(self, **environ: str) -> Settings:
        self.file.write_text(self.text, encoding="utf-8")
        return load_settings(self.file, environ)

    def problems(self, **environ: str) -> list[str]:
        with pytest.raises(SetupError) as refused:
            self.loaded(**environ)
        return [problem.replace(str(self.file), "config.toml") for problem in refused.value.problems]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None


# What it says


def test_the_default_configuration_is_valid_and_every_sender_is_off(desk: Desk) -> None:
    settings = desk.loaded()
    assert settings.web.port == 8080
    assert [(s.name, s.is_on, s.is_live) for s in settings.senders] == [("telegram", False, True), ("sms", False, True)]


def test_durations_are_a_number_and_a_unit(desk: Desk) -> None:
    settings = desk.with_line('old_after = "36h"', 'old_after = "1.5d"').loaded()
    assert settings.review.old_after == timedelta(hours=36)
    assert settings.delivery.timeout == timedelta(seconds=20)
    assert settings.review.chase_after[0] == timedelta(minutes=5)


@pytest.mark.parametrize("written", ['"36"', "36", '"h"', '"-1h"', '"1 week"', '"٣h"', '"1..5h"'])
def test_anything_else_is_no_duration(desk: Desk, written: str) -> None:
    [problem] = desk.with_line('old_after = "36h"', f"old_after = {written}").problems()
    assert "review.old_after: a duration is written as" in problem


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('old_after = "36h"', 'old_after = "9999999999999999d"', "review.old_after: is longer than the longest duration"),
        ('at = "09:00"', "at = 9", 'selfcheck.at: a time is written as "07:30", not 9'),
        ('at = "09:00"', 'at = "9"', "selfcheck.at: a time is written as \"07:30\", not '9'"),
        ("batch = 200", "batch = true", "delivery.batch: true and false say nothing here"),
        ("batch = 200", f"batch = {2**63}", "delivery.batch: Input should be less than or equal to 100000"),
        ("speed = 30.0", "speed = inf", "drill.speed: Input should be a finite number"),
        ('trusted_proxies = ["127.0.0.1", "::1"]', "trusted_proxies = [true]", "web.trusted_proxies: true and false say nothing here"),
        ('path = "contacts"', 'path = "a\\u0000b"', "contacts.path: holds a character that no text has"),
        (
            'channel = "twilio-sms"',
            'channel = ["twilio-sms"]\nreceipt_within = "9m"',
            "senders.sms.channel: Input should be a valid string",
        ),
    ],
)
def test_a_value_that_means_nothing_is_told_where_it_stands(desk: Desk, old: str, new: str, problem: str) -> None:
    found = desk.with_line('receipt_within = "5m"', "").with_line(old, new).problems()
    assert [each for each in found if problem in each]


def test_a_time_may_be_written_with_or_without_a_leading_nought(desk: Desk) -> None:
    assert desk.with_line('at = "09:00"', 'at = "9:05"').loaded().selfcheck.at == time(9, 5)


def test_what_is_nested_without_end_is_refused_in_words(desk: Desk) -> None:
    desk.text = "x = " + "[" * 100_000
    assert desk.problems() == ["config.toml: lists and tables are nested too deep"]


def test_a_ladder_is_given_in_order_of_time(desk: Desk) -> None:
    first = '{ after = "15m", does = "remind" }'
    desk.with_line(first, '{ after = "80m", does = "remind" }')
    ladder = desk.loaded().followups.ladder(Urgency.THUONG_KHAN)
    assert [step.does for step in ladder.steps] == [
        StepKind.OTHER_CHANNEL,
        StepKind.NEXT_CONTACT,
        StepKind.TELL_OFFICER,
        StepKind.REMIND,
    ]


@pytest.mark.parametrize(
    ("api_base", "is_live"), [("https://api.telegram.org", True), ("http://127.0.0.1:9000", False), ("http://localhost", False)]
)
def test_a_sender_is_live_unless_its_provider_is_this_machine(desk: Desk, api_base: str, is_live: bool) -> None:
    assert desk.loaded(ALERTD_SENDERS__TELEGRAM__API_BASE=api_base).senders[0].is_live is is_live


def test_a_sender_may_say_itself_whether_it_is_live(desk: Desk) -> None:
    assert desk.loaded(ALERTD_SENDERS__TELEGRAM__LIVE="false").senders[0].is_live is False


def test_of_a_sender_only_name_channel_address_and_rate_are_required(desk: Desk) -> None:
    desk.text = DEFAULT.split("[[senders]]", maxsplit=1)[0] + DEFAULT[DEFAULT.index("[contacts]") :]
    desk.text += '\n[[senders]]\nname = "second-bot"\nchannel = "telegram"\napi_base = "http://127.0.0.1:9000"\nrate = 5\n'
    [sender] = desk.loaded(ALERTD_SENDERS__SECOND_BOT__TOKEN="1:x").senders
    assert (sender.receive, sender.is_on) == ("poll", True)


def test_settings_are_not_changed_after_the_start(desk: Desk) -> None:
    settings = desk.loaded()
    with pytest.raises(ValidationError):
        settings.web.port = 1


# Where paths lead


def test_relative_paths_are_taken_from_the_folder_of_the_file(desk: Desk, tmp_path: Path) -> None:
    settings = desk.loaded()
    assert settings.database.url == f"sqlite:///{tmp_path}/var/alertd.db"
    assert settings.intake.folder == tmp_path / "var/inbox"


def test_absolute_paths_stay(desk: Desk) -> None:
    settings = desk.loaded(ALERTD_DATABASE__URL="sqlite:////srv/alertd/a.db", ALERTD_INTAKE__FOLDER="/srv/inbox")
    assert settings.database.url == "sqlite:////srv/alertd/a.db"
    assert settings.intake.folder == Path("/srv/inbox")


def test_postgresql_is_taken_as_it_is_written(desk: Desk) -> None:
    settings = desk.loaded(ALERTD_DATABASE__URL="postgresql://duty@db/alertd", ALERTD_DATABASE__PASSWORD="p")
    assert (settings.database.url, secret(settings.database.password)) == ("postgresql://duty@db/alertd", "p")


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite:///", "var/alertd.db"])
def test_any_other_database_is_refused(desk: Desk, url: str) -> None:
    [problem] = desk.problems(ALERTD_DATABASE__URL=url)
    assert problem.startswith("ALERTD_DATABASE__URL: database.url: ")


def test_the_packaged_contacts_and_templates_serve_where_the_folder_has_none(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    settings = desk.loaded()
    assert settings.contacts.path == packaged("contacts")
    assert settings.templates.path == tmp_path / "templates"


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"nowhere\.toml: cannot be read: No such file"):
        load_settings(tmp_path / "nowhere.toml", {})


def test_a_file_that_begins_with_the_mark_of_windows_editor_is_read(desk: Desk) -> None:
    desk.text = "\ufeff" + DEFAULT
    assert desk.loaded().web.port == 8080


def test_a_file_that_is_not_toml_is_told_with_its_line(desk: Desk) -> None:
    [problem] = desk.with_line("[web]", "[web").problems()
    assert "is not valid TOML" in problem
    assert f"line {line_of(desk.text, '[web')}" in problem


# The environment


def test_the_environment_goes_before_the_file(desk: Desk) -> None:
    settings = desk.loaded(ALERTD_WEB__PORT="9001", ALERTD_FOLLOWUPS__EXPIRES_AFTER__KHAN="96h", ALERTD_REVIEW__CHASE_AFTER='["1m", "2m"]')
    assert settings.web.port == 9001
    assert settings.followups.expires_after[Urgency.KHAN] == timedelta(hours=96)
    assert settings.followups.expires_after[Urgency.HOA_TOC] == timedelta(hours=24)
    assert settings.review.chase_after == (timedelta(minutes=1), timedelta(minutes=2))


def test_credentials_come_from_the_environment_by_the_senders_name(desk: Desk) -> None:
    desk.with_line('name = "sms"', 'name = "sms-viettel"')
    settings = desk.loaded(
        ALERTD_SENDERS__TELEGRAM__TOKEN="7:t",
        ALERTD_SENDERS__SMS_VIETTEL__ACCOUNT_SID="AC1",
        ALERTD_SENDERS__SMS_VIETTEL__AUTH_TOKEN="key",
    )
    telegram, sms = settings.senders
    assert (secret(telegram.token), secret(sms.account_sid), secret(sms.auth_token)) == ("7:t", "AC1", "key")
    assert telegram.is_on
    assert sms.is_on


def test_a_secret_that_is_given_empty_is_not_given(desk: Desk) -> None:
    assert not desk.loaded(ALERTD_SENDERS__TELEGRAM__TOKEN="").senders[0].is_on


def test_the_address_of_the_database_is_shown_without_its_password(desk: Desk) -> None:
    written = desk.loaded(ALERTD_DATABASE__URL="postgresql://alertd:g:h/i@m@db.example/alertd").database
    assert written.shown == "postgresql://alertd:***@db.example/alertd"
    assert desk.loaded(ALERTD_DATABASE__URL="postgresql://alertd@db.example/x").database.shown == "postgresql://alertd@db.example/x"


def test_no_secret_is_printed(desk: Desk) -> None:
    settings = desk.loaded(ALERTD_SENDERS__TELEGRAM__TOKEN="7:hidden", ALERTD_DATABASE__PASSWORD="hidden")
    assert "hidden" not in repr(settings)


def test_variables_that_name_nothing_are_reported_by_their_own_name(desk: Desk) -> None:
    problems = desk.problems(
        ALERTD_WEBB__PORT="1",
        ALERTD_WEB__COLOUR="red",
        ALERTD_SENDERS__TELEGRM__TOKEN="7:t",
        ALERTD_WEB__PORT="eighty",
        ALERTD_REVIEW__CHASE_AFTER__0="1m",
    )
    assert sorted(problem.partition(": ")[0] for problem in problems) == [
        "ALERTD_REVIEW__CHASE_AFTER__0",
        "ALERTD_SENDERS__TELEGRM__TOKEN",
        "ALERTD_WEBB__PORT",
        "ALERTD_WEB__COLOUR",
        "ALERTD_WEB__PORT",
    ]
    assert "ALERTD_WEB__COLOUR: web.colour: is not a known key" in problems


def test_variables_of_other_programs_are_left_alone(desk: Desk) -> None:
    assert desk.loaded(ALERTD_HOME="/srv", HOME__DIRECTORY="/root") == desk.loaded()


# Secrets


def test_a_secret_is_read_from_the_file_that_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("7:t\n")
    (tmp_path / "password").write_text("p\n")
    desk.with_line('name = "telegram"', 'name = "telegram"\ntoken_file = "token"')
    settings = desk.loaded(ALERTD_DATABASE__PASSWORD_FILE=str(tmp_path / "password"))
    assert (secret(settings.senders[0].token), secret(settings.database.password)) == ("7:t", "p")


def test_a_secret_in_the_file_itself_is_refused_with_the_place_where_it_belongs(desk: Desk) -> None:
    desk.with_line('name = "telegram"', 'name = "telegram"\ntoken = "7:t"')
    [problem] = desk.problems()
    assert problem == (
        f"config.toml:{line_of(desk.text, 'token =')}: senders.telegram.token: a secret does not stand in the configuration; "
        "give it in ALERTD_SENDERS__TELEGRAM__TOKEN or name its file by token_file"
    )


def test_a_secret_given_twice_is_refused(desk: Desk) -> None:
    desk.with_line('name = "telegram"', 'name = "telegram"\ntoken_file = "token"')
    [problem] = desk.problems(ALERTD_SENDERS__TELEGRAM__TOKEN="7:t")
    assert problem.endswith("senders.telegram.token_file: token is given twice, by value and by file")


def test_a_secret_file_that_is_missing_or_empty_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    desk.with_line('name = "telegram"', 'name = "telegram"\ntoken_file = "nowhere"\nsecret_file = "empty"')
    problems = desk.problems()
    assert sorted(problem.rpartition("/")[2] for problem in problems) == [
        "empty is empty",
        "nowhere cannot be read: No such file or directory",
    ]


# What is wrong


def test_unknown_missing_and_contradictory_keys_are_told_all_at_once_in_the_order_of_the_file(desk: Desk) -> None:
    desk.with_line('host = "127.0.0.1"', 'hostt = "127.0.0.1"')
    desk.with_line('receive = "poll"', 'receive = "webhook"')
    desk.with_line('khan = "72h"\n', "")
    desk.with_line('level = "info"', 'level = "loud"')
    text = desk.text
    assert desk.problems() == [
        f"config.toml:{line_of(text, '[web]')}: web.host: is missing",
        f"config.toml:{line_of(text, 'hostt')}: web.hostt: is not a known key",
        f'config.toml:{line_of(text, "[[senders]]")}: senders.telegram.secret: is missing; receive = "webhook" needs it',
        f'config.toml:{line_of(text, "receive")}: senders.telegram.receive: "webhook" needs web.public_url',
        f"config.toml:{line_of(text, '[followups.expires_after]')}: followups.expires_after.khan: is missing",
        f"config.toml:{line_of(text, 'level')}: log.level: Input should be 'debug', 'info', 'warning' or 'error'",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "sms"', 'name = "telegram"', "senders.telegram.name: an earlier sender has the same name"),
        ('name = "sms"', 'name = "SMS"', "senders.SMS.name: String should match"),
        ('channel = "telegram"', 'channel = "pigeon"', "senders.telegram.channel: no such channel; there are: telegram, twilio-sms"),
        ('from_number = "+15005550006"', "", "senders.sms.from_number: is missing; twilio-sms needs it"),
        ('channel = "twilio-sms"', 'channel = "twilio-voice"', 'senders.sms.receive: "poll" hears no keys; "webhook" does'),
        ('name = "sms"', 'name = "sms"\nat_once = true', "senders.sms.at_once: is about calls alone"),
        ('lease = "60s"', 'lease = "5s"', "delivery.lease: must not be shorter than delivery.timeout"),
        ('retry_after = "5s"', 'retry_after = "10m"', "delivery.retry_at_most: must not be shorter than delivery.retry_after"),
        ('hoa_toc = "24h"', 'hoa_tocc = "24h"', "followups.expires_after.hoa_tocc: Input should be"),
        ("rate = 30.0", "rate = 0", "senders.telegram.rate: Input should be greater than 0"),
        ('public_url = ""', 'public_url = "desk.example"', "web.public_url: String should match"),
        ("[province]", "[provinz]", "province: is missing"),
        ('telephone = "0205 3 000 113"', 'telephone = ""', "duty.telephone: String should have at least 1 character"),
        ('timeout = "20s"', 'timeout = "0s"', "delivery.timeout: must be longer than nothing"),
        ('session_lasts = "12h"', 'session_lasts = "0s"', "web.session_lasts: must be longer than nothing"),
        ('hoa_toc = "24h"', 'hoa_toc = "40m"', "followups.ladders.hoa_toc.4: never comes: followups.expires_after.hoa_toc ends it before"),
        (
            '{ after = "10m", does = "remind" },\n    { after = "30m", does = "tell_officer" },\n]',
            "]",
            "followups.around.report: needs a step with `after`",
        ),
        ('hoa_toc = "24h"', 'hoa_toc = "0s"', "followups.expires_after.hoa_toc: must be longer than nothing"),
    ],
)
def test_a_contradiction_is_refused(desk: Desk, old: str, new: str, problem: str) -> None:
    assert any(problem in told for told in desk.with_line(old, new).problems())


def test_a_messaging_service_calls_nobody(desk: Desk) -> None:
    desk.with_line('channel = "twilio-sms"', 'channel = "twilio-voice"')
    desk.with_line('from_number = "+15005550006"', 'from_number = "MG1"')
    assert any("senders.sms.from_number: must be a number" in problem for problem in desk.problems())


def test_the_example_of_a_sender_that_calls_is_sound_once_it_is_taken_out_of_its_comments(desk: Desk) -> None:
    begins = desk.text.index("# [[senders]]")
    head, example, rest = desk.text[:begins], *desk.text[begins:].split("\n\n", maxsplit=1)
    keys = [line.removeprefix("# ") for line in example.splitlines() if re.match(r"# (\[\[|\w+ = )", line)]
    desk.text = "\n".join([head, *keys, "", rest]).replace('public_url = ""', 'public_url = "https://desk.example"')
    [*_, voice] = desk.loaded(ALERTD_SENDERS__VOICE__ACCOUNT_SID="AC1", ALERTD_SENDERS__VOICE__AUTH_TOKEN="t").senders
    assert (voice.channel, voice.rate, voice.receive, voice.at_once, voice.is_on) == ("twilio-voice", 1.0, "webhook", True, True)


@pytest.mark.parametrize(
    ("folder", "what"),
    [("", "the configuration"), ("var", "the database"), ("own/contacts", "contacts"), ("var/../own/templates", "templates")],
)
def test_nothing_of_its_own_is_taken_for_a_document(desk: Desk, folder: str, what: str) -> None:
    for part in ("contacts", "templates"):
        (desk.file.parent / "own" / part).mkdir(parents=True)
    elsewhere = {"ALERTD_CONTACTS__PATH": "own/contacts", "ALERTD_TEMPLATES__PATH": "own/templates"}
    told = f"ALERTD_INTAKE__FOLDER: intake.folder: {what} would be taken for documents there; give it a folder of its own"
    assert told in desk.problems(ALERTD_INTAKE__FOLDER=folder, **elsewhere)


def test_credentials_that_belong_together_are_not_given_by_halves(desk: Desk) -> None:
    [problem] = desk.problems(ALERTD_SENDERS__SMS__ACCOUNT_SID="AC1")
    assert "senders.sms.auth_token: is missing; account_sid and auth_token belong together" in problem


@pytest.mark.parametrize("nonsense", ["senders = 3", 'senders = ["telegram"]', "web = 3", "followups = []", "[senders]", "[[web]]"])
def test_a_file_of_the_wrong_shape_is_told_not_a_crash(desk: Desk, nonsense: str) -> None:
    desk.text = nonsense
    assert any("province: is missing" in problem for problem in desk.problems(ALERTD_SENDERS__TELEGRAM__TOKEN="7:t", ALERTD_WEB__PORT="1"))
