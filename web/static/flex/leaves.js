// The leaves of a Flex message: text, button, image, icon, separator and filler.

import { FONT, IMAGE, colour, length, style } from "./sizes.js";

const ALIGN = { start: "start", center: "center", end: "end" };
const DECORATION = { underline: "underline", "line-through": "line-through", none: "none" };

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function tappable(node, action, tools) {
  if (!action || !tools.onAction) return node;
  node.classList.add("flex-tappable");
  node.addEventListener("click", (event) => {
    event.stopPropagation();
    tools.onAction(action);
  });
  return node;
}

function lettering(node, part) {
  return style(node, {
    fontSize: length(part.size, FONT),
    fontWeight: part.weight === "bold" ? "700" : part.weight === "regular" ? "400" : undefined,
    fontStyle: part.style === "italic" ? "italic" : undefined,
    color: colour(part.color),
    textDecoration: DECORATION[part.decoration],
  });
}

export function drawText(part) {
  const cell = element("div", "flex-text");
  const line = cell.appendChild(element("p", part.wrap ? "flex-wrap" : "flex-one-line"));
  const spans = Array.isArray(part.contents) ? part.contents : [];
  if (spans.length) {
    for (const span of spans) line.append(lettering(element("span", "", String(span.text ?? "")), span));
  } else {
    line.textContent = String(part.text ?? "");
  }
  const most = Number.isInteger(part.maxLines) && part.maxLines > 0 && part.wrap;
  if (most) line.classList.add("flex-clamp");
  const gap = length(part.lineSpacing, {});
  style(line, {
    textAlign: ALIGN[part.align],
    webkitLineClamp: most ? String(part.maxLines) : undefined,
    lineHeight: gap && `calc(1.4em + ${gap})`,
  });
  return lettering(cell, part);
}

export function drawButton(part, tools) {
  const kind = ["primary", "secondary"].includes(part.style) ? part.style : "link";
  const cell = element("div", "flex-button");
  const button = element("button", `flex-button-${kind}${part.height === "sm" ? " flex-button-sm" : ""}`);
  button.type = "button";
  button.append(element("span", "", String(part.action?.label ?? "")));
  const own = colour(part.color);
  style(button, kind === "link" ? { color: own } : { backgroundColor: own });
  cell.append(tappable(button, part.action, tools));
  return cell;
}

export function drawImage(part, tools) {
  const cell = element("div", "flex-image");
  const frame = cell.appendChild(element("div"));
  const ratio = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(part.aspectRatio ?? "1:1");
  const width = part.size === "full" ? "100%" : length(part.size ?? "md", IMAGE);
  style(frame, { width, aspectRatio: ratio ? `${ratio[1]} / ${ratio[2]}` : "1 / 1", backgroundColor: colour(part.backgroundColor) });
  style(cell, { alignItems: { start: "flex-start", end: "flex-end" }[part.align] ?? "center" });
  frame.append(picture(part.url, part.aspectMode === "cover" ? "cover" : "contain", tools));
  return cell;
}

export function picture(address, fit, tools) {
  const image = element("img");
  image.alt = "";
  image.loading = "lazy";
  image.draggable = false;
  image.src = tools.pictureUrl ? tools.pictureUrl(String(address ?? "")) : String(address ?? "");
  return style(image, { objectFit: fit });
}

export function drawIcon(part, tools) {
  const cell = element("div", "flex-icon");
  const ratio = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(part.aspectRatio ?? "1:1");
  const image = picture(part.url, "contain", tools);
  style(image, { height: "1em", width: `${ratio ? ratio[1] / ratio[2] : 1}em` });
  cell.append(image);
  return style(cell, { fontSize: length(part.size ?? "md", FONT) });
}

export function drawSeparator(part, layout) {
  const upright = layout !== "vertical";
  const line = element("div", `flex-separator ${upright ? "flex-upright" : "flex-level"}`);
  return style(line, { backgroundColor: colour(part.color) });
}
