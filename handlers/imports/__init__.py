"""A file that the provincial office sends: looked at, explained, and stored only after a yes."""
