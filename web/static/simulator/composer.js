// Writing and sending: words, photos, files, places and stickers; blocking and adding the bot.

import { postBytes } from "./api.js";
import { askPlace, popup } from "./dialogs.js";
import { byId, button, el, icon, keep, words } from "./dom.js";

const STICKERS = [["52002734", "smile"], ["52002735", "yes"], ["52002739", "heart"], ["52002749", "sad"]];
let page;

export function startComposer(given) {
  page = given;
  byId("composer").addEventListener("submit", send);
  byId("words").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  });
  byId("words").addEventListener("input", grow);
  byId("send-image").addEventListener("click", () => byId("image-file").click());
  byId("send-file").addEventListener("click", () => byId("any-file").click());
  byId("image-file").addEventListener("change", sendImages);
  byId("any-file").addEventListener("change", sendFile);
  byId("send-location").addEventListener("click", sendPlace);
  byId("send-sticker").addEventListener("click", () => (byId("stickers").hidden = !byId("stickers").hidden));
  byId("stickers").replaceChildren(...STICKERS.map(drawSticker));
  byId("chat-more").addEventListener("click", offerBlock);
}

export function drawComposer(chat, person) {
  const isFriend = chat.standing === "friend";
  byId("composer").hidden = !isFriend;
  byId("chat-more").hidden = chat.is_group || chat.standing === "stranger";
  byId("tools").hidden = chat.is_group;
  drawStanding(chat, isFriend);
  byId("group-line").hidden = !chat.is_group;
  byId("mention-name").textContent = `@${chat.bot_name}`;
  keep(byId("speak-as"), chat.members, (member) => member.id, (member) => {
    const option = el("option", "", member.name);
    option.value = member.id;
    return option;
  });
}

function drawStanding(chat, isFriend) {
  const bar = byId("standing");
  bar.hidden = isFriend || chat.is_group;
  const isBlocked = chat.standing === "blocked";
  bar.querySelector("p").textContent = isBlocked ? words.blocked : words.stranger;
  const follow = bar.querySelector("button");
  follow.textContent = isBlocked ? words.unblock : words.add_friend;
  follow.onclick = () => page.act("follow");
}

function send(event) {
  event.preventDefault();
  const text = byId("words").value;
  if (!text.trim()) return;
  byId("words").value = "";
  grow();
  page.act("say", { text, as: byId("speak-as").value, mention: byId("mention").checked });
}

function grow() {
  const box = byId("words");
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 120)}px`;
}

async function sendImages() {
  const files = [...byId("image-file").files];
  byId("image-file").value = "";
  const set = String(Date.now());
  for (const [number, file] of files.entries()) {
    await postBytes(`phones/${page.phone()}/image`, { set, index: number + 1, total: files.length }, file);
  }
  page.look();
}

async function sendFile() {
  const [file] = byId("any-file").files;
  if (file) await postBytes(`phones/${page.phone()}/file`, { name: file.name }, file);
  byId("any-file").value = "";
  page.look();
}

async function sendPlace() {
  const place = await askPlace();
  if (place) page.act("location", place);
}

function drawSticker([id, name]) {
  const node = button("sticker-choice", icon(name, "sticker-picture"), () => {
    byId("stickers").hidden = true;
    page.act("sticker", { package_id: "11537", sticker_id: id });
  });
  node.setAttribute("aria-label", `${words.sticker} ${name}`);
  return node;
}

function offerBlock() {
  const at = byId("chat-more").getBoundingClientRect();
  const isBlocked = page.chat()?.standing === "blocked";
  const choice = isBlocked ? { label: words.unblock, do: () => page.act("follow") } : { label: words.block, do: () => page.act("block") };
  popup(at.left, at.bottom, [choice]);
}
