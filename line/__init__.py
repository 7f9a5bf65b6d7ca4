"""The wire: the only code that talks to LINE. Knows nothing of projects, officers or reports."""
