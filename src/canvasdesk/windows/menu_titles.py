"""The titles of the menus by path; a submenu stands where its first action does."""

from canvasdesk.words import translate


def titles() -> dict[str, str]:
    """Give all titles, those of the menu bar in its order."""
    return {
        "file": translate("Menu", "&File"),
        "file/recent": translate("Menu", "Open &recent"),
        "edit": translate("Menu", "&Edit"),
        "view": translate("Menu", "&View"),
        "view/theme": translate("Menu", "&Theme"),
        "canvas": translate("Menu", "&Canvas"),
        "canvas/tool": translate("Menu", "T&ool"),
        "canvas/new": translate("Menu", "&New note"),
        "canvas/rank": translate("Menu", "&Importance"),
        "canvas/strength": translate("Menu", "&Strength of the link"),
        "canvas/move": translate("Menu", "&Move to section"),
        "canvas/go": translate("Menu", "&Go to"),
        "canvas/nudge": translate("Menu", "N&udge"),
        "segment": translate("Menu", "&Segment"),
        "segment/role": translate("Menu", "Add &role"),
        "segment/priority": translate("Menu", "Priori&ty"),
        "segment/market": translate("Menu", "Mar&ket"),
        "segment/colour": translate("Menu", "&Colour"),
        "segment/own": translate("Menu", "Ro&le of this canvas"),
        "model": translate("Menu", "&Business model"),
        "model/new": translate("Menu", "&New note in"),
        "model/move": translate("Menu", "&Move to block"),
        "model/flow": translate("Menu", "&Flows"),
        "room": translate("Menu", "&Room"),
        "room/show": translate("Menu", "S&how the room"),
        "room/send": translate("Menu", "Send to the a&udience window"),
        "room/pointer": translate("Menu", "P&ointer size"),
        "room/agenda": translate("Menu", "A&genda"),
        "room/timer": translate("Menu", "&Timer"),
        "room/cover": translate("Menu", "&Covered notes"),
        "room/cover/section": translate("Menu", "&Write covered"),
        "help": translate("Menu", "&Help"),
    }
