// The conversation: bubbles left and right, hours, days, and the quick replies under the last message.

import { takeAction } from "./taps.js";
import { popup } from "./dialogs.js";
import { base, byId, button, el, keep, portrait, words } from "./dom.js";
import { drawMessage } from "./messages.js";

const LONG_PRESS_MS = 550;
let page;
let shownPhone = "";
let isAtEnd = true;

export function startTalk(given) {
  page = given;
  const talk = byId("talk");
  talk.addEventListener("scroll", () => (isAtEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60));
  // Pictures arrive late and the menu unfolds: whoever read the last message still wants to see it.
  talk.addEventListener("load", stay, true);
  new ResizeObserver(stay).observe(talk);
  byId("quick").addEventListener("wheel", (event) => (byId("quick").scrollLeft += event.deltaY), { passive: true });
}

function stay() {
  if (isAtEnd) byId("talk").scrollTop = byId("talk").scrollHeight;
}

export function drawTalk(chat, person) {
  byId("chat-name").textContent = chat.name;
  byId("chat-as").textContent = chat.is_group ? String(chat.members.length) : person?.name ?? "";
  const talk = byId("talk");
  keep(talk, rowsOf(chat), (row) => row.key, (row) => drawRow(row, chat));
  if (shownPhone !== chat.id) isAtEnd = true;
  shownPhone = chat.id;
  drawQuickReplies(chat.entries.at(-1));
  stay();
}

function rowsOf(chat) {
  if (!chat.entries.length) return [{ key: "empty", empty: true }];
  const rows = [];
  let day = "";
  let from = "";
  for (const entry of chat.entries) {
    if (entry.day !== day) rows.push({ key: `day-${entry.id}`, day: entry.day });
    const first = entry.day !== day || from !== entry.from + entry.by;
    [day, from] = [entry.day, entry.from + entry.by];
    rows.push({ key: entry.id, entry, first });
  }
  return rows;
}

function drawRow(row, chat) {
  if (row.empty) return el("p", "empty", words.empty);
  if (row.day) return el("p", "day", el("span", "", row.day));
  const { entry } = row;
  if (entry.unsent) return el("p", "day", el("span", "", words.unsent_by_me));
  return entry.from === "bot" ? drawTheirs(row, botFace(), chat.bot_name) : drawOwn(row, chat);
}

function botFace() {
  const face = el("img", "portrait");
  face.src = `${base}/static/simulator/bot.svg`;
  face.alt = "";
  return face;
}

function drawTheirs({ entry, first }, face, name) {
  const node = el("div", `row theirs${first ? " first" : ""} kind-${entry.kind}`);
  const body = drawMessage(entry, (action) => takeAction(page, action));
  const cost = entry.cost ? el("span", "cost", words.push) : "";
  node.append(face, el("div", "said", first ? el("span", "by", name) : "", el("div", "line", body, el("span", "meta", cost, entry.time))));
  return node;
}

function drawOwn(row, chat) {
  const { entry } = row;
  const isMine = !chat.is_group;
  if (!isMine) return pressable(drawTheirs(row, portrait(entry.by, entry.by || "?"), entry.by), entry);
  const state = entry.failed ? el("span", "failed", `! ${words.failed}`) : entry.read ? words.read : "";
  const node = el("div", `row own kind-${entry.kind}`, el("span", "meta", el("span", "state", state), entry.time));
  node.append(drawMessage(entry, (action) => takeAction(page, action)));
  return pressable(node, entry);
}

// Long press or right click offers to take a message back.
function pressable(node, entry) {
  let timer = 0;
  const offer = (x, y) => popup(x, y, choicesFor(entry));
  node.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    offer(event.clientX, event.clientY);
  });
  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(() => offer(event.clientX, event.clientY), LONG_PRESS_MS);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove"]) node.addEventListener(end, () => clearTimeout(timer));
  return node;
}

function choicesFor(entry) {
  const copy = { label: words.copy, do: () => navigator.clipboard?.writeText(entry.message.text ?? "") };
  return [
    { label: words.unsend, do: () => page.act("unsend", { message_id: entry.id }) },
    { label: words.again, do: () => page.act("again", { message_id: entry.id }) },
    ...(entry.message.text ? [copy] : []),
  ];
}

// LINE shows quick replies only under the last message, and only until something else is said.
function drawQuickReplies(last) {
  const bar = byId("quick");
  const items = last?.from === "bot" ? last.message.quickReply?.items ?? [] : [];
  keep(bar, items.map((item, number) => ({ ...item, key: `${last.id}-${number}` })), (item) => item.key, ({ action }) =>
    button("pill", String(action.label ?? ""), () => takeAction(page, action)),
  );
  bar.hidden = !items.length;
}
