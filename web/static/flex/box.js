// A Flex box and how its children stand in it.

import { BORDER, RADIUS, colour, length, style } from "./sizes.js";
import { drawButton, drawIcon, drawImage, drawSeparator, drawText, element, picture, tappable } from "./leaves.js";

const JUSTIFY = {
  "flex-start": "flex-start", center: "center", "flex-end": "flex-end",
  "space-between": "space-between", "space-around": "space-around", "space-evenly": "space-evenly",
};
const ITEMS = { "flex-start": "flex-start", center: "center", "flex-end": "flex-end" };
const GRAVITY = { center: "center", bottom: "flex-end" };
const DEEPEST = 12;

export function drawBox(box, tools, depth = 0) {
  const layout = ["horizontal", "baseline"].includes(box.layout) ? box.layout : "vertical";
  const node = element("div", `flex-box flex-${layout}`);
  const contents = Array.isArray(box.contents) && depth < DEEPEST ? box.contents : [];
  contents.forEach((part, number) => {
    const child = drawPart(part, layout, tools, depth + 1);
    if (!child) return;
    place(child, part, layout);
    const gap = part.margin ?? (number > 0 && part.type !== "filler" ? box.spacing : undefined);
    if (part.position !== "absolute") style(child, { [layout === "vertical" ? "marginTop" : "marginLeft"]: length(gap) });
    node.append(child);
  });
  dress(node, box);
  return tappable(node, box.action, tools);
}

function drawPart(part, layout, tools, depth) {
  switch (part?.type) {
    case "box": return drawBox(part, tools, depth);
    case "text": return tappable(drawText(part), part.action, tools);
    case "button": return drawButton(part, tools);
    case "image": return tappable(drawImage(part, tools), part.action, tools);
    case "icon": return drawIcon(part, tools);
    case "separator": return drawSeparator(part, layout);
    case "filler": return element("div", "flex-filler");
    case "spacer": return style(element("div"), { padding: length(part.size ?? "md"), flex: "none" });
    case "video": return drawVideo(part, tools);
    default: return null;
  }
}

// A film shows what LINE shows on a PC: its alternative, else its preview.
export function drawVideo(part, tools) {
  if (part.altContent?.type === "box") return drawBox(part.altContent, tools);
  const cell = element("div", "flex-image");
  const frame = cell.appendChild(style(element("div"), { width: "100%", aspectRatio: "16 / 9" }));
  frame.append(picture(part.previewUrl, "cover", tools));
  return cell;
}

function place(child, part, layout) {
  const share = Number.isInteger(part.flex) && part.flex >= 0 ? part.flex : undefined;
  if (layout === "vertical") {
    if (share) child.style.flex = `${share} 0 auto`;
    else if (share === 0 || part.type !== "filler") child.style.flex = "none";
    if (part.type === "box" && part.width) child.style.alignSelf = "flex-start";
  } else if (part.type !== "separator") {
    // A box that states its width keeps it; other parts share the row, an icon takes what it needs.
    const own = share ?? (part.type === "icon" || part.type === "spacer" || part.width ? 0 : 1);
    child.style.flex = own ? `${own} ${own} 0` : "none";
    if (part.type === "icon" || part.type === "text") child.style.alignSelf = layout === "baseline" ? "baseline" : "";
  }
  style(child, { justifyContent: part.type === "box" ? undefined : GRAVITY[part.gravity] });
  move(child, part);
}

function move(child, part) {
  const absolute = part.position === "absolute";
  const moved = ["offsetTop", "offsetBottom", "offsetStart", "offsetEnd"].some((name) => part[name]);
  if (!absolute && !moved) return;
  style(child, {
    position: absolute ? "absolute" : "relative",
    top: length(part.offsetTop), bottom: length(part.offsetBottom),
    left: length(part.offsetStart), right: length(part.offsetEnd),
  });
}

function dress(node, box) {
  const shade = box.background;
  const gradient = shade?.type === "linearGradient" && gradientOf(shade);
  style(node, {
    paddingTop: length(box.paddingTop ?? box.paddingAll), paddingBottom: length(box.paddingBottom ?? box.paddingAll),
    paddingLeft: length(box.paddingStart ?? box.paddingAll), paddingRight: length(box.paddingEnd ?? box.paddingAll),
    backgroundColor: colour(box.backgroundColor),
    backgroundImage: gradient || undefined,
    borderWidth: length(box.borderWidth, BORDER), borderColor: colour(box.borderColor),
    borderRadius: length(box.cornerRadius, RADIUS),
    width: length(box.width, {}), height: length(box.height, {}),
    maxWidth: length(box.maxWidth, {}), maxHeight: length(box.maxHeight, {}),
    justifyContent: JUSTIFY[box.justifyContent], alignItems: ITEMS[box.alignItems],
  });
}

function gradientOf(shade) {
  const [start, centre, end] = [shade.startColor, shade.centerColor, shade.endColor].map(colour);
  const angle = /^\d+(\.\d+)?deg$/.test(shade.angle ?? "") ? shade.angle : "0deg";
  if (!start || !end) return "";
  const middle = centre ? `, ${centre} ${length(shade.centerPosition, {}) ?? "50%"}` : "";
  return `linear-gradient(${angle}, ${start}${middle}, ${end})`;
}
