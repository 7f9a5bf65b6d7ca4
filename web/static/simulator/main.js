// The simulator's page: asks the server what is new, and redraws what changed.

import { getState, post } from "./api.js";
import { drawClock, startClock } from "./clock.js";
import { startComposer, drawComposer } from "./composer.js";
import { byId, words } from "./dom.js";
import { drawMenu, startMenu } from "./menu.js";
import { drawPhones, startPhones } from "./phones.js";
import { drawSent } from "./sent.js";
import { drawTalk, startTalk } from "./talk.js";

const AWAKE_MS = 700;
const ASLEEP_MS = 3000;
const here = { phone: decodeURIComponent(location.hash.slice(1)), version: -1, state: null };
let timer = 0;
let asking = false;
let again = false;

async function look() {
  if (asking) {
    again = true;
    return;
  }
  clearTimeout(timer);
  asking = true;
  const asked = here.phone;
  const state = await getState(asked, here.version).catch(() => null);
  asking = false;
  timer = setTimeout(look, again ? 0 : document.hidden ? ASLEEP_MS : AWAKE_MS);
  again = false;
  byId("alarm").textContent = words.offline;
  byId("alarm").hidden = state !== null;
  // An answer about a phone that was put down meanwhile is thrown away.
  if (state && asked === here.phone) show(state);
}

function show(state) {
  drawClock(state.clock);
  byId("talk").classList.toggle("loading", state.loading);
  if (!state.phones) return undefined;
  here.version = state.version;
  here.state = state;
  if (!state.chat && state.phones.length) return open(state.phones[0].id);
  const person = state.phones.find((phone) => phone.id === here.phone);
  drawPhones(state.phones, here.phone);
  drawSent(state.sent);
  if (!state.chat) return undefined;
  drawTalk(state.chat, person);
  drawComposer(state.chat, person);
  drawMenu(state.chat);
  return person?.unread && !document.hidden ? post(`phones/${here.phone}/seen`).then(look) : undefined;
}

function open(id) {
  here.phone = id;
  here.version = -1;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  look();
}

// Do something on the open phone and look at once at what came of it.
async function act(action, body) {
  const result = await post(`phones/${encodeURIComponent(here.phone)}/${action}`, body);
  await look();
  return result;
}

const page = { act, look, open, phone: () => here.phone, chat: () => here.state?.chat };
startPhones(page);
startTalk(page);
startComposer(page);
startMenu(page);
startClock(page);
document.addEventListener("visibilitychange", look);
look();
