"""Every setting of an installation: one typed field, one sentence, one environment variable.

A variable is the field's name in capitals behind ``GROUNDSWELL_``. A wrong value stops the start.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

LegalKind = Literal[
    "registered_party",
    "candidate",
    "elected_representative",
    "recognised_third_party",
    "unregistered_group",
]


class Environment(BaseSettings):
    """What an installation is told from outside."""

    model_config = SettingsConfigDict(env_prefix="GROUNDSWELL_", extra="ignore")

    home: Path = Field(
        default=Path("var"),
        description="Folder for the SQLite database, uploads, backups and the secret key.",
    )
    database_url: str = Field(
        default="",
        description="postgresql://user:password@host:port/name; empty: SQLite in the home folder.",
    )
    secret_key: str = Field(
        default="",
        description="Key for sessions and tokens; empty makes one and keeps it in the home folder.",
    )
    debug: bool = Field(
        default=False, description="Show programming errors in the browser; never on a live site."
    )
    hosts: str = Field(
        default="localhost,127.0.0.1,[::1]",
        description="Host names under which the site is reached, separated by commas.",
    )
    site_url: str = Field(
        default="http://localhost:8000",
        description="Address that links in e-mail and QR codes begin with, without a final slash.",
    )
    secure: bool = Field(
        default=False,
        description="The site is reached over https: secure cookies, HSTS and redirects are on.",
    )
    behind_proxy: bool = Field(
        default=False,
        description="Trust X-Forwarded-Proto and X-Forwarded-For from the TLS proxy in front.",
    )
    email_url: str = Field(
        default="file:",
        description="smtp://user:password@host:587 sends mail; file: writes it to the home folder.",
    )
    email_from: str = Field(
        default="Groundswell <campaign@example.org>", description="Sender of the site's e-mail."
    )
    organisation_name: str = Field(
        default="Our campaign", description="Name of the party, candidate or group on every page."
    )
    organisation_legal_kind: LegalKind = Field(
        default="registered_party",
        description="What the organisation is in law: decides whether opinions may be kept.",
    )
    colours: str = Field(
        default="",
        description="Up to eight colours of the organisation, as band=#102030 on-band=#ffffff.",
    )
    imprint: str = Field(
        default="",
        description="Promoter's name and address, shown at the foot of every page.",
    )
    contact_address: str = Field(
        default="",
        description="Postal address a caller gives to anyone who asks who is calling.",
    )
    caller_id: str = Field(
        default="",
        description="Telephone number that people can ring back, told to callers in the briefing.",
    )
    country: Literal["GB", "US"] = Field(
        default="GB",
        description="Country whose telephone numbers and registers are the usual ones.",
    )
    cooling_off_days: int = Field(
        default=28,
        ge=0,
        le=365,
        description="Days in which a household is left alone after any contact, on all channels.",
    )
    retry_hours: int = Field(
        default=20,
        ge=0,
        le=720,
        description="Hours before somebody who did not answer may be tried again.",
    )
    case_reply_days: int = Field(
        default=14,
        ge=1,
        le=90,
        description="Days in which an issue raised with a campaigner is to be answered.",
    )
    screening_days: int = Field(
        default=28,
        ge=1,
        le=28,
        description="Days for which a screening against the Telephone Preference Service counts.",
    )
    shift_hours: int = Field(
        default=3,
        ge=1,
        le=12,
        description="Hours after the last door when somebody who is out should have checked out.",
    )
    words_days: int = Field(
        default=365,
        ge=30,
        le=1095,
        description="Days after which what people said in their own words is deleted.",
    )
    export_allowed: bool = Field(
        default=False, description="Allow watermarked, logged downloads of lists of electors."
    )
    web_workers: int = Field(default=2, ge=1, le=64, description="Web server processes.")
    web_threads: int = Field(default=4, ge=1, le=64, description="Threads in each web process.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much is written to the log."
    )

    @property
    def host_names(self) -> list[str]:
        """The host names as a list."""
        return [name.strip() for name in self.hosts.split(",") if name.strip()]
