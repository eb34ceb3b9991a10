"""The business model around the workspace of the tests, with a flow that waits for a review."""

from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.flows import Flow, Relation, Seen
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def with_business_model(workspace: Workspace) -> Workspace:
    """Give `workspace` with a siren that enables the camera, and was a bell at the last review."""
    siren = Entry(id="siren", block=Block.RESOURCES, text="Siren")
    fee = Entry(id="fee", block=Block.REVENUE, text="Yearly fee", x=20, amount=900.0)
    flow = Flow(
        id="siren-camera",
        relation=Relation.ENABLES,
        business_end="siren",
        canvas_end="camera",
        business_seen=Seen(text="Bell"),
        canvas_seen=Seen(text="Camera on every line"),
    )
    model = BusinessModelCanvas(entries=(siren, fee))
    return evolve(workspace, business_model=model, flows=(flow,))
