"""Set-up, checks, and the drawing of what is shipped drawn; run as modules from the project's root."""
