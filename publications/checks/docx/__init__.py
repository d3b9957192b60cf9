"""What must not get out of a Word file (ISO/IEC 29500): the same questions as for a PDF."""
