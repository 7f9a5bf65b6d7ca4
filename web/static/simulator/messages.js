// One message of any kind as LINE draws it.

import { drawFlex } from "../flex/draw.js";
import { contentUrl, pictureUrl } from "./api.js";
import { button, el, fill, icon, words } from "./dom.js";

const STICKERS = { 52002734: "smile", 52002735: "yes", 52002739: "heart", 52002749: "sad" };
const ADDRESS = /https?:\/\/[^\s<>"']+/g;

export function drawMessage(entry, onAction) {
  const draw = Object.hasOwn(KINDS, entry.kind) ? KINDS[entry.kind] : drawUnknown;
  return draw(entry.message, onAction, entry);
}

const KINDS = {
  text: (message) => drawText(message.text),
  textV2: (message) => drawText(fillIn(message)),
  flex: (message, onAction) => drawCards(message.contents, { onAction, pictureUrl }),
  image: (message, onAction, entry) => drawPhoto(entry.from === "bot" ? pictureUrl(message.previewImageUrl) : contentUrl(message.id)),
  sticker: (message) => el("div", "sticker", icon(STICKERS[message.stickerId] ?? "smile", "sticker-picture")),
  location: drawPlace,
  file: drawFile,
  template: drawTemplate,
};

// Addresses in a text can be opened; everything else stays as it was written.
function drawText(text) {
  const node = el("div", "bubble");
  let place = 0;
  const said = String(text ?? "");
  for (const found of said.matchAll(ADDRESS)) {
    const link = el("a", "", found[0]);
    link.href = found[0];
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    node.append(said.slice(place, found.index), link);
    place = found.index + found[0].length;
  }
  node.append(said.slice(place));
  return node;
}

function fillIn(message) {
  const parts = message.substitution ?? {};
  return fill(String(message.text ?? ""), Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.type === "mention" ? "@" : "☺"])));
}

// A carousel is swiped on a phone; a mouse gets arrows.
function drawCards(contents, tools) {
  const node = el("div", "flex", drawFlex(contents, tools));
  const row = node.querySelector(".flex-carousel");
  if (!row) return node;
  const slide = (direction) => () => row.scrollBy({ left: direction * (row.firstElementChild.offsetWidth + 9), behavior: "smooth" });
  const arrows = [["‹", words.back, -1], ["›", words.forward, 1]].map(([sign, label, direction]) => {
    const arrow = button(`arrow ${direction < 0 ? "left" : "right"}`, sign, slide(direction));
    arrow.setAttribute("aria-label", label);
    return arrow;
  });
  const show = () => {
    arrows[0].hidden = row.scrollLeft < 8;
    arrows[1].hidden = row.scrollLeft + row.clientWidth > row.scrollWidth - 8;
  };
  row.addEventListener("scroll", show);
  new ResizeObserver(show).observe(row);
  node.append(...arrows);
  return node;
}

function drawPhoto(address) {
  const image = el("img", "photo");
  image.src = address;
  image.alt = words.photo;
  return image;
}

function drawPlace(message) {
  const where = `${Number(message.latitude).toFixed(5)}, ${Number(message.longitude).toFixed(5)}`;
  return el("div", "card place", el("div", "map", icon("place", "pin")), el("strong", "", message.title ?? words.open_map), el("span", "", message.address ?? where));
}

function drawFile(message) {
  const size = message.fileSize < 1024 ? `${message.fileSize} B` : `${Math.ceil(message.fileSize / 1024).toLocaleString()} KB`;
  const node = el("a", "card file", icon("file", "file-picture"), el("span", "", el("strong", "", message.fileName), el("span", "", size)));
  node.href = contentUrl(message.id);
  node.download = message.fileName;
  return node;
}

function drawTemplate(message, onAction) {
  const template = message.template ?? {};
  const columns = template.columns ?? [template];
  return el("div", "templates", ...columns.map((column) => {
    const actions = column.actions ?? (column.action ? [column.action] : []);
    const buttons = actions.map((action) => button("template-button", String(action.label ?? ""), () => onAction(action)));
    return el("div", "card template", column.title ? el("strong", "", column.title) : "", el("p", "", column.text ?? message.altText ?? ""), ...buttons);
  }));
}

function drawUnknown(message, _onAction, entry) {
  return drawText(message.altText ?? fill(words.cannot_show, { kind: entry.kind }));
}
