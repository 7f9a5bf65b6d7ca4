"""The renderer gives each part of a Flex message the place and size that LINE gives it."""

import pytest

DRAW = """async ([contents, selector]) => {
  const { drawFlex } = await import("/simulator/static/flex/draw.js");
  const stage = document.createElement("div");
  document.body.append(stage);
  stage.append(drawFlex(contents));
  const top = stage.getBoundingClientRect();
  const boxes = [...stage.querySelectorAll(selector)].map((node) => {
    const place = node.getBoundingClientRect();
    return { x: place.x - top.x, y: place.y - top.y, w: place.width, h: place.height, text: node.textContent };
  });
  stage.remove();
  return boxes;
}"""


@pytest.fixture
def draw(page):
    """Draw parts in a body without padding; return where the nodes that match a selector are, in pixels."""

    def do(parts, selector, layout="vertical", **box):
        body = {"type": "box", "layout": layout, "paddingAll": "0px", "contents": parts, **box}
        return page.evaluate(DRAW, [{"type": "bubble", "body": body}, selector])

    return do


def text(words, **more):
    return {"type": "text", "text": words, **more}


def box(*parts, layout="vertical", **more):
    return {"type": "box", "layout": layout, "contents": list(parts), **more}


def block(width=None, height="10px", **more):
    return box(height=height, backgroundColor="#ff0000", **({"width": width} if width else {}), **more)


CELLS = ".flex-body > .flex-box > *"


def test_a_row_is_shared_by_flex(draw):
    cells = draw([text("ก", flex=1), text("ข", flex=2)], CELLS, "horizontal")
    assert [round(cell["w"]) for cell in cells] == [100, 200]


def test_flex_zero_takes_what_the_words_need(draw):
    cells = draw([text("สถานะ", flex=0), text("ดำเนินการ")], CELLS, "horizontal")
    assert cells[0]["w"] < 80
    assert cells[0]["w"] + cells[1]["w"] == pytest.approx(300, abs=1)


def test_stated_widths_are_kept_in_pixels_and_percent(draw):
    cells = draw([block("72px"), block("50%"), block()], CELLS, "horizontal")
    assert [round(cell["w"]) for cell in cells] == [72, 150, 78]


def test_spacing_stands_between_and_margin_before(draw):
    cells = draw(
        [block(), block(), block(margin="xxl"), {"type": "separator", "margin": "md"}], CELLS, spacing="sm"
    )
    assert [round(cell["y"]) for cell in cells] == [0, 14, 44, 62]


def test_padding_of_one_side_wins_over_all_sides(draw):
    [cell] = draw([block()], CELLS, paddingAll="lg", paddingStart="30px", paddingTop="none")
    assert (cell["x"], cell["y"], cell["w"]) == (30, 0, 258)


def test_blocks_have_lines_own_padding(page):
    bubble = {"type": "bubble", "header": box(block()), "body": box(block()), "footer": box(block())}
    cells = page.evaluate(DRAW, [bubble, ".flex-block > .flex-box > *"])
    assert [(cell["x"], cell["y"]) for cell in cells] == [(20, 20), (20, 69), (10, 99)]


def test_items_are_aligned_and_justified(draw):
    [cell] = draw(
        [block("50px")], CELLS, "horizontal", height="100px", justifyContent="flex-end", alignItems="center"
    )
    assert (cell["x"], cell["y"]) == (250, 45)


def test_gravity_moves_words_within_their_cell(draw):
    parts = [block("20px", "90px"), text("ล่าง", gravity="bottom"), text("กลาง", gravity="center")]
    low, middle = draw(parts, ".flex-text p", "horizontal")
    assert low["y"] + low["h"] == pytest.approx(90, abs=1)
    assert middle["y"] + middle["h"] / 2 == pytest.approx(45, abs=1)


def test_words_wrap_only_when_asked_and_stop_at_their_lines(draw):
    long = "ปรับปรุงถนนลาดยางสายบ้านหนองหญ้าปล้อง " * 5
    one, two, all_lines = draw(
        [text(long), text(long, wrap=True, maxLines=2), text(long, wrap=True)], ".flex-text"
    )
    assert one["h"] == pytest.approx(22.4, abs=1)
    assert two["h"] == pytest.approx(44.8, abs=1)
    assert all_lines["h"] > 100


def test_spans_make_one_line(draw):
    spans = [{"type": "span", "text": "45", "size": "xxl", "weight": "bold"}, {"type": "span", "text": " %"}]
    [cell] = draw([text("", contents=spans)], ".flex-text p")
    assert cell["text"] == "45 %"
    assert cell["h"] < 50


def test_images_keep_their_shape(draw):
    address = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    parts = [
        {"type": "image", "url": address, "size": "full", "aspectRatio": "20:13"},
        {"type": "image", "url": address, "size": "sm"},
        {"type": "image", "url": address, "size": "50%", "aspectRatio": "2:1"},
    ]
    frames = draw(parts, ".flex-image > div")
    assert [(round(frame["w"]), round(frame["h"])) for frame in frames] == [(300, 195), (80, 80), (150, 75)]


def test_buttons_and_separators_have_lines_heights(draw):
    action = {"type": "message", "label": "ตกลง", "text": "ตกลง"}
    parts = [{"type": "button", "action": action}, {"type": "button", "action": action, "height": "sm"}]
    assert [button["h"] for button in draw(parts, "button")] == [52, 40]
    [upright] = draw([block(height="40px"), {"type": "separator"}], ".flex-separator", "horizontal")
    assert (upright["w"], upright["h"]) == (1, 40)


def test_absolute_parts_stand_where_their_offsets_say(draw):
    badge = block("30px", position="absolute", offsetTop="5px", offsetEnd="10px")
    cells = draw([block(height="60px"), badge], CELLS)
    assert (cells[1]["x"], cells[1]["y"]) == (260, 5)


@pytest.mark.parametrize(
    ("size", "width"), [("nano", 120), ("micro", 160), ("kilo", 260), ("mega", 300), ("giga", 386)]
)
def test_bubbles_have_lines_widths(page, size, width):
    bubble = {"type": "bubble", "size": size, "body": box(text("ก"))}
    [drawn] = page.evaluate(DRAW, [bubble, ".flex-bubble"])
    assert drawn["w"] == width
