"""Charts: plain data in, a picture out, for LINE (PNG) and for Word and PDF (PNG or SVG); one small file a chart."""
