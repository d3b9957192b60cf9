"""What is looked for in a file before anybody may read it: plain Python, run apart from the site."""
