"""LINE's Messaging API as the stand-in serves it, one file per family of endpoints."""
