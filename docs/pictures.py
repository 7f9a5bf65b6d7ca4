"""Draws docs/images/cards, every card as a phone shows it in Thai and English: python -m docs.pictures.

The cards come from the tests' gallery and are drawn by the simulator's own Flex renderer, so the pictures show
what the simulator shows. Names of cards as arguments draw only those. Needs Chromium (found on the path, or
playwright's own).
"""

import io
import mimetypes
import pathlib
import shutil
import sys
from collections.abc import Iterable

from PIL import Image
from playwright.sync_api import Page, Route, sync_playwright

from cards.card import Card
from i18n import LANGUAGES, speaking
from tests.cards.gallery import gallery

ROOT = pathlib.Path(__file__).parent
IMAGES = ROOT / "images" / "cards"
STATIC = ROOT.parent / "web" / "static"
ORIGIN = "http://pictures.invalid"  # never leaves this machine: every request is answered from STATIC
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
COLOURS = 128
SHARPNESS = 1.5

PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/flex/flex.css">
<style>
%(fonts)s
body { margin: 0; background: #8cabd9; font-family: Thai, Latin, sans-serif; }
#card { display: inline-block; padding: 16px; }
.said { background: #fff; border-radius: 17px; padding: 9px 13px; max-width: 280px; font-size: 15px;
  line-height: 1.4;
  white-space: pre-wrap; }
.replies { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 12px; max-width: 300px; }
.replies span { background: #fff; border: 1px solid #c9d5e3; border-radius: 17px; padding: 5px 12px;
  font-size: 13px; }
</style><body><div id="card"></div>"""

DRAW = """async (card) => {
  const { drawFlex } = await import("/flex/draw.js");
  const made = (tag, facts) => Object.assign(document.createElement(tag), facts);
  const place = document.querySelector("#card");
  const said = () => made("div", { className: "said", textContent: card.text });
  place.replaceChildren(card.contents ? drawFlex(card.contents) : said());
  const replies = made("div", { className: "replies" });
  replies.append(...card.replies.map((label) => made("span", { textContent: label })));
  if (card.replies.length) place.append(replies);
  await document.fonts.ready;
}"""


def main(names: Iterable[str]) -> None:
    """Draw the cards in `names`, all where there are none, and the page that lists them."""
    wanted = set(names)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 900}, device_scale_factor=SHARPNESS)
        page.route("**/*", _answer)
        page.goto(ORIGIN)
        for language in LANGUAGES:
            with speaking(language):
                cards = gallery()
            for name, card in cards.items():
                if not wanted or name in wanted:
                    _draw(page, card, IMAGES / f"{name}-{language}.png")
        browser.close()
    with speaking("th"):
        _list(gallery())


def _draw(page: Page, card: Card, path: pathlib.Path) -> None:
    replies = [choice.label for choice in card.choices]
    page.evaluate(DRAW, {"contents": card.contents, "text": card.text, "replies": replies})
    shot = page.locator("#card").screenshot()
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _answer(route: Route) -> None:
    """Serve the page and the files of web/static; anything else does not exist."""
    path = route.request.url.removeprefix(ORIGIN).lstrip("/")
    if not path:
        route.fulfill(body=PAGE % {"fonts": _fonts()}, content_type="text/html")
        return
    file = STATIC / path
    if not route.request.url.startswith(ORIGIN) or not file.is_file():
        route.fulfill(status=404)
        return
    route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(path)[0] or "text/plain")


def _fonts() -> str:
    return "\n".join(
        f"@font-face {{ font-family: {script.title()}; font-weight: {weight};"
        f' src: url("/fonts/noto-sans-thai-looped-{script}-{weight}-normal.woff2"); }}'
        for script in ("thai", "latin")
        for weight in (400, 700)
    )


def _list(cards: dict[str, Card]) -> None:
    lines = [
        "# The cards",
        "",
        "Every card, drawn by `python -m docs.pictures`. The line above a picture is its altText: what a",
        "notification shows. On a PC the same card can be read as plain text, and every button typed.",
    ]
    for name, card in cards.items():
        pictures = [f"![{name}, {language}]({name}-{language}.png)" for language in LANGUAGES]
        lines += ["", f"## {name}", "", f"> {card.alt}", "", " ".join(pictures)]
    (IMAGES / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
