"""Closed sets that code matches on; a test holds each equal to its SKOS scheme in `ontology/kinds.ttl`."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What sort of happening an event is."""

    VISIT = "visit"
    INSPECTION = "inspection"
    CONDOLENCE = "condolence"
    MEETING = "meeting"
    TALKS = "talks"
    LECTURE = "lecture"
    TRAINING = "training"
    SIGNING = "signing"
    CEREMONY = "ceremony"
    RECOGNITION = "recognition"
    CAMPAIGN = "campaign"
    APPOINTMENT = "appointment"
    INVESTIGATION = "investigation"
    ESTABLISHMENT = "establishment"
    PUBLICATION = "publication"
    INCIDENT = "incident"
    ACTIVITY = "activity"


class Role(StrEnum):
    """The part that somebody plays in an event or a delegation."""

    LEADER = "leader"
    HOST = "host"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"
    ORGANIZER = "organizer"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    MEMBER = "member"


class Status(StrEnum):
    """What a passage says of a tenure on a day."""

    HOLDS = "holds"
    APPOINTED = "appointed"
    ELECTED = "elected"
    ACTING = "acting"
    REMOVED = "removed"
    RESIGNED = "resigned"
    FORMER = "former"
    NOMINATED = "nominated"


class Modality(StrEnum):
    """Whether the text says that something happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    DENIED = "denied"
    REPORTED = "reported"


class ProgrammeKind(StrEnum):
    """What sort of undertaking a programme is."""

    LABOUR_BRAND = "labour_brand"
    TRAINING = "training"
    CAMPAIGN = "campaign"
    CONSTRUCTION_PROJECT = "construction_project"
    PLAN = "plan"
    BASE = "base"
    POLICY = "policy"


class GroupRelation(StrEnum):
    """What a programme does for a group of people."""

    TRAINS = "trains"
    EMPLOYS = "employs"
    SERVES = "serves"


class TieRelation(StrEnum):
    """How an ordinary person belongs somewhere."""

    RESIDENT_OF = "resident_of"
    WORKS_AT = "works_at"
    MEMBER_OF = "member_of"


class Comparator(StrEnum):
    """How a number as written bounds the true one."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"


class Change(StrEnum):
    """What a percentage says: growth, decline, or a share of a whole."""

    GROWTH = "growth"
    DECLINE = "decline"
    SHARE = "share"


class Precision(StrEnum):
    """How much of a date the text determines."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class PlaceLevel(StrEnum):
    """The level of a division, or a named venue."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    SITE = "site"


class PlaceUse(StrEnum):
    """As what a place stands in an event: the division it concerned, or the venue."""

    AREA = "area"
    SITE = "site"
