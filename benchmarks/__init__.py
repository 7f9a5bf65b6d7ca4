"""What is measured, and what is tortured: `make bench`, `make torture`."""
