"""The blocks that page bodies are made of."""
