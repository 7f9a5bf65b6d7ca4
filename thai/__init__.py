"""Text ↔ meaning: understanding what Thai officers write, and writing values back. Pure."""
