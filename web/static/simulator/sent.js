// What the bot sent, and what it counted against the month's quota.

import { byId, el, fill, keep, words } from "./dom.js";

export function drawSent(sent) {
  const rows = sent.rows.map((row, number) => ({ ...row, key: sent.rows.length - number }));
  keep(byId("sent"), rows.length ? rows : [{ key: "none" }], (row) => row.key, drawRow);
  byId("quota").max = sent.limit;
  byId("quota").high = sent.limit * 0.8;
  byId("quota").value = Math.min(sent.used, sent.limit);
  byId("quota-words").textContent = fill(words.of_quota, { used: sent.used.toLocaleString(), limit: sent.limit.toLocaleString() });
}

function drawRow(row) {
  if (row.key === "none") {
    const cell = el("td", "none", words.nothing_sent);
    cell.colSpan = 4;
    return el("tr", "", cell);
  }
  const count = row.count ? String(row.count) : words.free;
  return el("tr", row.count ? "counted" : "", el("td", "", row.at), el("td", "", row.to), el("td", "", row.label), el("td", "", count));
}
