"""What travels inside a PDF besides its pages, found by walking over all of its objects."""
