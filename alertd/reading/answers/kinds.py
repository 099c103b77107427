"""Names the parts that words play in an answer: the sections of the lexicon."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What part a word or phrase plays. The values are the keys under `[words]` in contacts/lexicon."""

    RECEIVE = "receive"
    """Arrival that needs company: "nhận"."""
    GOT = "got"
    """Arrival by itself: "nhận lệnh"."""
    DELEGATE = "delegate"
    """Answered for another: "nhận thay"."""
    GRASP = "grasp"
    """Understood: "rõ"."""
    KNOW = "know"
    """Perceiving that needs company: "đọc", "biết"."""
    AGREE = "agree"
    NOD = "nod"
    """A yes that may only be humming."""
    PROMISE = "promise"
    """Future: "sẽ"."""

    PERFECT = "perfect"
    """“đã”, "vừa"."""
    ALREADY = "already"
    """“rồi” after the verb."""
    ONGOING = "ongoing"
    """“đang”."""
    CONTINUE = "continue"
    NEAR = "near"
    """“gần”, "sắp"."""
    PART = "part"
    """“một nửa”, "20/45 hộ"."""
    FINISH = "finish"
    """“xong”."""
    WHOLLY = "wholly"
    """“hết” after a verb."""
    CLEARED = "cleared"
    """“không còn hộ nào”."""
    LABOUR = "labour"
    """Work of the trade; whatever is named after it is its object."""
    CHORE = "chore"
    """Work by itself, though not of this trade alone: what is named with it must be known."""
    TASK = "task"
    """An everyday verb, work only in the company of words of the trade."""
    MOVE = "move"
    """Going somewhere."""
    UNDERWAY = "underway"
    """Begun, said by itself: "lên đường"."""
    LAUNCH = "launch"
    """Begun, not finished: "xuất phát", "cử người"."""

    NEGATOR = "negator"
    FINE = "fine"
    """Double negation: "không vấn đề gì"."""
    ASKS = "asks"
    ASKS_OR_ANY = "asks_or_any"
    """Asks, unless it follows a negation: "gì", "nào"."""
    ASKS_AT_END = "asks_at_end"
    """Asks as the last word of its clause: "à", "hả"."""
    REQUEST = "request"
    ADVERSE = "adverse"
    CONDITION = "condition"
    LATER = "later"
    HEDGE = "hedge"
    UNSURE = "unsure"
    """The sender does not know: "không biết đã nhận chưa"."""
    HEARSAY = "hearsay"
    SLANG = "slang"
    ABSENCE = "absence"
    """Why a chief cannot answer himself."""
    ABLE = "able"
    """“được” after a negated verb."""

    ALARM = "alarm"
    """People in danger, calls for help."""
    DAMAGE = "damage"
    """Water, earth, fire and works giving way; may be the object of work: "các hộ bị ngập"."""
    STRUCTURE = "structure"
    """What gives way: "cầu", "đồi"."""
    BREAKING = "breaking"
    """Danger only beside what gives way: "gãy", "đổ"."""
    WATER = "water"
    REACHING = "reaching"
    """How water comes to a mark: "lên tới", "mấp mé"."""
    MARK = "mark"
    """Where water must not be: "giường", "mặt đê"."""
    PARTY = "party"
    """Who goes out together and may not come back: "tổ tuần tra", "tàu"."""
    FORCE = "force"
    """What nature sends: "gió", "lũ", "lửa"."""
    HARMING = "harming"
    """What a force does to things and people; danger only where both are named: "gió … giật tung … mái"."""
    OBSTACLE = "obstacle"
    """Damage that may be no more than the reason of a refusal: "đường ngập"."""
    WEATHER = "weather"
    GUARD = "guard"
    """Makes the danger named after it a task or a place: "vùng nguy cơ"."""
    TOPIC = "topic"
    """What an order may be about: "lũ quét". In the title of a paper it tells of nothing."""
    OVER = "over"
    """Danger that is over."""
    DENIAL = "denial"
    """Stands between a negation and the danger that it denies."""
    LACK = "lack"
    REFUSAL = "refusal"
    UNREAD = "unread"
    MISDIRECTED = "misdirected"

    PARTICLE = "particle"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PAPER = "paper"
    PEOPLE = "people"
    TIME = "time"
    MANNER = "manner"
    LINK = "link"
    GEAR = "gear"
    """Things of the trade alone: with one of them an everyday verb is work."""
    SUNDRY = "sundry"
    """Things that anybody has."""
    PROMISED_REPORT = "promised_report"
    COURTESY = "courtesy"

    OFF_TOPIC = "off_topic"
    AUTOMATIC = "automatic"


DOUBTS = frozenset(
    {
        Kind.NEGATOR,
        Kind.ASKS,
        Kind.ASKS_OR_ANY,
        Kind.REQUEST,
        Kind.ADVERSE,
        Kind.CONDITION,
        Kind.HEDGE,
        Kind.UNSURE,
        Kind.HEARSAY,
        Kind.REFUSAL,
    }
)
"""Words that keep the reminders going by denying, asking or doubting."""

DANGERS = frozenset({Kind.ALARM, Kind.DAMAGE})
"""Words that tell of danger to people and works."""

SURROUNDING = frozenset(
    {Kind.PARTICLE, Kind.PERSON, Kind.BODY, Kind.PAPER, Kind.TIME, Kind.MANNER, Kind.COURTESY, Kind.PROMISED_REPORT, Kind.FINE, Kind.WHOLLY}
)
"""Words that change nothing beside any answer."""

ACCEPTING = frozenset({Kind.RECEIVE, Kind.GOT, Kind.DELEGATE, Kind.GRASP, Kind.KNOW, Kind.AGREE, Kind.NOD, Kind.PERFECT, Kind.ALREADY})
"""Words of taking an order."""

WORKING = frozenset(
    {
        Kind.PROMISE,
        Kind.ONGOING,
        Kind.CONTINUE,
        Kind.NEAR,
        Kind.PART,
        Kind.FINISH,
        Kind.CLEARED,
        Kind.LABOUR,
        Kind.CHORE,
        Kind.UNDERWAY,
        Kind.LAUNCH,
        Kind.MOVE,
    }
)
"""Words of doing what was ordered."""

TRADE = frozenset(
    {Kind.LABOUR, Kind.LAUNCH, Kind.UNDERWAY, Kind.CLEARED, Kind.PART, Kind.GEAR, Kind.PEOPLE, Kind.PLACE, Kind.DAMAGE, Kind.OBSTACLE}
)
"""Words by which a report of work shows that it is work of this trade."""

OBJECTS = frozenset(
    {Kind.TASK, Kind.GEAR, Kind.SUNDRY, Kind.PEOPLE, Kind.PLACE, Kind.LINK, Kind.GUARD, Kind.DENIAL, Kind.STRUCTURE, Kind.WATER, Kind.MARK}
)
"""Words that change nothing in a report of work of this trade."""

BLOCKING = DOUBTS | {
    Kind.LATER, Kind.SLANG, Kind.ALARM, Kind.DAMAGE, Kind.OBSTACLE, Kind.WEATHER, Kind.LACK, Kind.UNREAD, Kind.MISDIRECTED, Kind.OFF_TOPIC,
    Kind.AUTOMATIC,
}  # fmt: skip
"""Words that keep the reminders going, whatever else they may also mean."""

EMPTY = (Kind.PARTICLE, Kind.PERSON)
"""Words that say nothing by themselves."""

TOPICAL = (
    Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.AGREE, Kind.FINISH, Kind.PERFECT, Kind.ONGOING, Kind.NOD, Kind.PAPER, Kind.LABOUR, Kind.LACK,
    Kind.UNREAD, Kind.LAUNCH, Kind.REFUSAL, Kind.CHORE, Kind.GEAR, Kind.BODY, Kind.PLACE, Kind.DAMAGE, Kind.ALARM, Kind.OBSTACLE,
    Kind.WEATHER, Kind.LATER, Kind.NEGATOR,
)  # fmt: skip
"""Words by which a reply may be about an order."""
