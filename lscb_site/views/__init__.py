"""The views that every board's site has, whatever its pages."""
