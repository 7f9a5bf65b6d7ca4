// Talks to the simulator's own server.

import { base, words } from "./dom.js";

export async function getState(phone, version) {
  const query = new URLSearchParams({ phone, version });
  const answer = await fetch(`${base}/api/state?${query}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Post JSON; the answer has `ok`, and `message` where something went wrong.
export async function post(path, body = {}) {
  try {
    const answer = await send(path, "application/json", JSON.stringify(body));
    return { ok: answer.ok, ...(await answer.json()) };
  } catch {
    return { ok: false, message: words.offline };
  }
}

export async function postBytes(path, query, bytes) {
  try {
    return await send(`${path}?${new URLSearchParams(query)}`, "application/octet-stream", bytes);
  } catch {
    return null;
  }
}

function send(path, kind, body) {
  return fetch(`${base}/api/${path}`, { method: "POST", headers: { "Content-Type": kind }, body });
}

export const contentUrl = (id) => `${base}/api/content/${encodeURIComponent(id)}`;
export const menuUrl = (id) => `${base}/api/menus/${encodeURIComponent(id)}/picture`;

// The bot names its pictures by their public address; those of this very server are fetched from here.
export function pictureUrl(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const here = ["localhost", "127.0.0.1", "[::1]", location.hostname];
  return url && here.includes(url.hostname) ? url.pathname + url.search : "data:,";
}
