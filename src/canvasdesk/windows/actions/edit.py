"""Actions of the menu Edit."""

from canvasdesk.session import hands
from canvasdesk.windows.actions.action import Action, Where
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def edit_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_history(), *_clipboard(), *_selection(), *_search())


def _history() -> tuple[Action, ...]:
    return (
        Action(
            "edit.undo",
            translate("Actions", "&Undo"),
            "edit",
            lambda desk: desk.document.undo(),
            keys=("Ctrl+Z",),
            icon="undo",
            tip=translate("Actions", "Take back the last step"),
            enabled=lambda now: now.undo is not None,
            label=_undo_label,
        ),
        Action(
            "edit.redo",
            translate("Actions", "&Redo"),
            "edit",
            lambda desk: desk.document.redo(),
            keys=("Ctrl+Shift+Z", "Ctrl+Y"),
            icon="redo",
            tip=translate("Actions", "Do the step again that was taken back"),
            enabled=lambda now: now.redo is not None,
            label=_redo_label,
        ),
        Action(
            "edit.history",
            translate("Actions", "&History…"),
            "edit",
            lambda desk: desk.doors.show_history(),
            keys=("Ctrl+H",),
            icon="history",
            tip=translate("Actions", "See all steps and go back to any of them"),
            enabled=lambda now: now.undo is not None or now.redo is not None,
        ),
    )


def _clipboard() -> tuple[Action, ...]:
    return (
        Action(
            "edit.cut",
            translate("Actions", "Cu&t"),
            "edit",
            lambda desk: desk.cut(),
            keys=("Ctrl+X",),
            icon="cut",
            tip=translate("Actions", "Take the selected notes to the clipboard"),
            enabled=_cards_editable,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "edit.copy",
            translate("Actions", "&Copy"),
            "edit",
            lambda desk: desk.copy(),
            keys=("Ctrl+C",),
            icon="copy",
            tip=translate("Actions", "Put the selected notes on the clipboard"),
            enabled=lambda now: now.cards > 0,
            where=Where.CANVAS,
        ),
        Action(
            "edit.paste",
            translate("Actions", "&Paste"),
            "edit",
            lambda desk: desk.paste(),
            keys=("Ctrl+V",),
            icon="paste",
            tip=translate("Actions", "Make notes of the clipboard: one for each line or cell"),
            enabled=lambda now: now.writable,
            where=Where.CANVAS,
        ),
        Action(
            "edit.paste_one",
            translate("Actions", "Paste as &one note"),
            "edit",
            lambda desk: desk.paste(hands.paste_one),
            keys=("Ctrl+Shift+V",),
            tip=translate("Actions", "Make a single note of all lines on the clipboard"),
            enabled=lambda now: now.writable,
            where=Where.CANVAS,
        ),
    )


def _selection() -> tuple[Action, ...]:
    return (
        Action(
            "edit.duplicate",
            translate("Actions", "&Duplicate"),
            "edit",
            lambda desk: desk.do(hands.duplicate),
            keys=("Ctrl+D",),
            icon="duplicate",
            tip=translate("Actions", "Copy the selected notes and the links among them"),
            enabled=_cards_editable,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "edit.delete",
            translate("Actions", "De&lete"),
            "edit",
            lambda desk: desk.do(hands.delete),
            keys=("Del", "Backspace"),
            icon="delete",
            tip=translate("Actions", "Delete the selected notes and links"),
            enabled=lambda now: now.writable and now.cards + now.links > 0,
            where=Where.CANVAS,
        ),
        Action(
            "edit.select_all",
            translate("Actions", "Select &all"),
            "edit",
            lambda desk: hands.select_all(desk.document, desk.selection),
            keys=("Ctrl+A",),
            tip=translate("Actions", "Select every note of this canvas"),
            enabled=lambda now: now.cards_there > 0,
            where=Where.CANVAS,
        ),
    )


def _search() -> tuple[Action, ...]:
    return (
        Action(
            "edit.find",
            translate("Actions", "&Find…"),
            "edit",
            lambda desk: desk.doors.find(),
            keys=("Ctrl+F",),
            icon="search",
            tip=translate("Actions", "Find notes by their words"),
            begins=True,
        ),
        Action(
            "edit.find_next",
            translate("Actions", "Find &next"),
            "edit",
            lambda desk: desk.doors.find_next(1),
            keys=("F3",),
            tip=translate("Actions", "Go to the next note found"),
        ),
        Action(
            "edit.find_previous",
            translate("Actions", "Find pre&vious"),
            "edit",
            lambda desk: desk.doors.find_next(-1),
            keys=("Shift+F3",),
            tip=translate("Actions", "Go to the note found before"),
        ),
    )


def _cards_editable(now: Situation) -> bool:
    return now.writable and now.cards > 0


def _undo_label(now: Situation) -> str:
    if now.undo is None:
        return translate("Actions", "&Undo")
    return translate("Actions", "&Undo {step}", step=_escaped(now.undo))


def _redo_label(now: Situation) -> str:
    if now.redo is None:
        return translate("Actions", "&Redo")
    return translate("Actions", "&Redo {step}", step=_escaped(now.redo))


def _escaped(label: str) -> str:
    return label.replace("&", "&&")
