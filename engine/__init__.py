"""What makes work run: database sessions, clock and tasks; knows nothing of projects, officers or reports."""
