// The rich menu under the conversation: its picture, and the areas that can be tapped.

import { menuUrl } from "./api.js";
import { byId, button, el } from "./dom.js";
import { takeAction } from "./taps.js";

let page;
let drawn = "";

export function startMenu(given) {
  page = given;
  byId("menu-bar").addEventListener("click", () => unfold(byId("menu-picture").hidden));
}

function unfold(isOpen) {
  byId("menu-picture").hidden = !isOpen;
  byId("menu-bar").setAttribute("aria-expanded", String(isOpen));
}

export function drawMenu(chat) {
  const menu = chat?.menu;
  byId("menu").hidden = !menu;
  const key = menu ? `${chat.id} ${menu.id}` : "";
  if (!menu || key === drawn) return;
  drawn = key;
  byId("menu-bar").textContent = menu.bar;
  const picture = el("img");
  picture.src = menuUrl(menu.id);
  picture.alt = "";
  byId("menu-picture").style.aspectRatio = `${menu.size.width} / ${menu.size.height}`;
  byId("menu-picture").replaceChildren(picture, ...menu.areas.map((area) => drawArea(area, menu.size)));
  unfold(menu.selected);
}

function drawArea({ bounds, action }, size) {
  const node = button("area", "", () => takeAction(page, action));
  node.setAttribute("aria-label", action.label ?? action.text ?? action.displayText ?? action.type);
  const share = (part, whole) => `${(100 * part) / whole}%`;
  node.style.left = share(bounds.x, size.width);
  node.style.top = share(bounds.y, size.height);
  node.style.width = share(bounds.width, size.width);
  node.style.height = share(bounds.height, size.height);
  return node;
}
