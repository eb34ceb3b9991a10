"""Pages as a PDF file: letters as letters, everything tagged, the same bytes for the same input."""
