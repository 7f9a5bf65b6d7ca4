"""The one visual language of the cards: colours, text, bars, tables and the frame around them."""
