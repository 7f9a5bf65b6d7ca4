"""The conversation in which a report is made: words and taps fill a draft, a card shows it, one tap stores it."""
