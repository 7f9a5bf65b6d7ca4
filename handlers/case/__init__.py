"""Conversations about cases of urgent follow-up (กรณีเร่งรัด): seeing them, and what people do about them."""
