"""Conversations about posts: leave and who acts, hand-overs, who answers for what."""
