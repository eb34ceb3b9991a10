"""How a workspace changes: pure functions from one workspace to the next, history and difference. No Qt."""
