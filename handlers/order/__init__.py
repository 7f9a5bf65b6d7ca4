"""Orders of executives: given by a tap, owned and answered in chat, closed by an executive."""
