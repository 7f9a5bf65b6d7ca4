// Draws a Flex message as LINE shows it on a phone, with DOM calls only: words stay words, whatever they hold.

import { drawBox, drawVideo } from "./box.js";
import { drawImage, element, tappable } from "./leaves.js";
import { BUBBLE, colour, style } from "./sizes.js";

const BLOCKS = ["header", "hero", "body", "footer"];

// Return the element for a bubble or carousel. tools: onAction(action), pictureUrl(address).
export function drawFlex(contents, tools = {}) {
  if (contents?.type !== "carousel") return drawBubble(contents ?? {}, tools);
  const row = element("div", "flex-carousel");
  row.tabIndex = 0;
  for (const bubble of Array.isArray(contents.contents) ? contents.contents : []) row.append(drawBubble(bubble, tools));
  return row;
}

function drawBubble(bubble, tools) {
  const size = Object.hasOwn(BUBBLE, bubble.size ?? "") ? bubble.size : "mega";
  const node = style(element("div", `flex-bubble flex-${size}`), { width: `${BUBBLE[size]}px` });
  if (bubble.direction === "rtl") node.dir = "rtl";
  for (const name of BLOCKS) {
    const block = drawBlock(name, bubble[name], bubble, tools);
    if (block) node.append(block);
  }
  return tappable(node, bubble.action, tools);
}

function drawBlock(name, part, bubble, tools) {
  if (!part) return null;
  const look = bubble.styles?.[name] ?? {};
  const block = element("div", `flex-block flex-${name}`);
  if (name === "body" && bubble.footer) block.classList.add("flex-above-footer");
  if (look.separator) block.append(style(element("div", "flex-separator flex-level"), { backgroundColor: colour(look.separatorColor) }));
  block.append(inside(part, tools));
  return style(block, { backgroundColor: colour(look.backgroundColor) });
}

function inside(part, tools) {
  if (part.type === "image") return tappable(drawImage(part, tools), part.action, tools);
  if (part.type === "video") return drawVideo(part, tools);
  return drawBox(part, tools);
}
