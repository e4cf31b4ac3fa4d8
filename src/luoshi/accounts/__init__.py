"""Who may ask a library that is served to others, and what they did: accounts, sessions, keys, the audit log.

Kept in the library's own database. No clock here: every time is given, in UTC (``2026-11-22T08:00:00Z``).
"""

from luoshi.accounts.log import Event, Log
from luoshi.accounts.roles import ADMINISTRATOR, EDITOR, READER, ROLES, may
from luoshi.accounts.signing import Signing, TooManyAttempts
from luoshi.accounts.store import Account, Accounts, Key
from luoshi.accounts.tables import CARRIED

__all__ = [
    "ADMINISTRATOR",
    "CARRIED",
    "EDITOR",
    "READER",
    "ROLES",
    "Account",
    "Accounts",
    "Event",
    "Key",
    "Log",
    "Signing",
    "TooManyAttempts",
    "may",
]
