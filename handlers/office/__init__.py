"""What the provincial office does by chat: reminding, announcing, the calendar, settings, the quota."""
