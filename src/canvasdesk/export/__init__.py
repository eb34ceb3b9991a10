"""Pictures and pages made from the drawing."""
