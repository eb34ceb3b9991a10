from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.offers import matching
from canvasdesk.windows.palette import Offer


def offer(text: str, *, enabled: bool = True) -> Offer:
    return Offer(text, lambda: None, enabled=enabled)


def nothing(_part: str) -> None:
    """Show nothing."""


def test_what_can_be_done_comes_first_then_notes_then_what_cannot(workspace: Workspace) -> None:
    offers = [offer("Line strength", enabled=False), offer("Line up"), offer("Pull the line")]
    said = [each.text for each in matching("line", offers, workspace, nothing)]
    assert said[0] == "Line up"
    assert said[-1] == "Line strength"
    assert "Lines stop without warning" in said[1:-1]


def test_a_single_letter_finds_only_commands(workspace: Workspace) -> None:
    assert [each.text for each in matching("l", [offer("Line up")], workspace, nothing)] == ["Line up"]
