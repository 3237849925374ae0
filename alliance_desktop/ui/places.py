"""Where things lie: the tab of each form that was left open, and the help that belongs to a page or tab."""

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.search import HitKind

FORM_TABS = {
    Form.PROFILE: "profile",
    Form.HEALTH: "profile",
    Form.CONSENT: "profile",
    Form.PLAN: "plan",
    Form.ENDING: "plan",
    Form.SIGNING: "plan",
    Form.REASONS: "plan",
    Form.NOTE: "sessions",
    Form.ADDENDUM: "sessions",
    Form.LAYOUT: "sessions",
    Form.SLIP: "progress",
    Form.PROMISE: "progress",
    Form.SNOOZE: "brief",
    Form.CHANGE: "brief",
    Form.REPAIR: "progress",
    Form.REFERRAL: "documents",
    Form.ENDING_LETTER: "documents",
    Form.RED_FLAG: "profile",
    Form.WITHDRAWAL: "profile",
    Form.STATEMENT: "sessions",
    Form.BOUNDARY: "profile",
    Form.SCALE_ANSWERS: "progress",
}
# The topic of the help that belongs to each page, and to each tab of a client.
HELP_WITH = {
    "today": "day",
    "clients": "client",
    "brief": "client",
    "profile": "client",
    "plan": "plan",
    "sessions": "note",
    "progress": "check",
    "documents": "paper",
    "backup": "backup",
    "found": "find",
    "settings": "lock",
}

# Where a hit of the search lies on the client page.
HIT_TABS = {HitKind.CLIENT: "brief", HitKind.PLAN: "plan", HitKind.SAID: "brief", HitKind.NOTE: "sessions"}
