// The cast on the left: one phone each, with what came in unread.

import { post } from "./api.js";
import { byId, button, el, keep, portrait, words } from "./dom.js";
import { ask } from "./dialogs.js";

let page;

export function startPhones(given) {
  page = given;
  byId("new-phone").addEventListener("click", () => make("phones", words.new_phone));
  byId("new-group").addEventListener("click", () => make("groups", words.new_group));
}

async function make(what, question) {
  const name = await ask(question);
  if (name === null) return;
  const made = await post(what, { name });
  if (made.ok) page.open(made.id);
}

export function drawPhones(phones, open) {
  const rows = phones.map((phone) => ({ ...phone, is_open: phone.id === open }));
  keep(byId("phones"), rows, (row) => row.id, drawPhone);
}

function drawPhone(row) {
  const item = el("li");
  const node = button(`person${row.is_open ? " open" : ""}`, "", () => page.open(row.id));
  if (row.is_open) node.setAttribute("aria-current", "true");
  const who = el("span", "who", el("strong", "", row.name), el("span", "role", [row.role, row.agency].filter(Boolean).join(" · ")));
  if (row.note) who.append(el("span", "note", row.note));
  who.append(el("span", "preview", row.standing === "stranger" ? words.stranger : row.preview));
  const badge = row.unread ? el("span", "badge", String(row.unread)) : "";
  node.append(portrait(row.id, row.name), who, el("span", "late", el("span", "at", row.at), badge));
  item.append(node);
  return item;
}
