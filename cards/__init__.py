"""What people see in chat: plain dicts for LINE, each with an altText and a plain-text twin."""
