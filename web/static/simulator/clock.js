// The clock on the right: moving it lets the duties due in between run.

import { post } from "./api.js";
import { byId, button, el, keep, words } from "./dom.js";

let page;

export function startClock(given) {
  page = given;
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    move({ to: byId("clock-to").value });
  });
}

export function drawClock(clock) {
  byId("now-time").textContent = clock.time;
  byId("now-day").textContent = clock.day;
  keep(byId("upcoming"), clock.upcoming, (duty) => duty.duty + duty.due, drawDuty);
}

function drawDuty(duty) {
  const node = button("duty", "", () => move({ due: duty.due }));
  node.append(el("strong", "", duty.label), el("span", "", duty.text));
  return el("li", "", node);
}

async function move(target) {
  const answer = byId("clock-answer");
  answer.className = "clock-answer busy";
  answer.textContent = words.advancing;
  const result = await post("clock", target);
  answer.className = `clock-answer${result.ok ? "" : " wrong"}`;
  if (!result.ok) {
    answer.textContent = result.message;
    return;
  }
  byId("clock-to").value = "";
  answer.replaceChildren(...(result.ran.length ? result.ran.map(drawRan) : [words.no_duty_ran]));
  page.look();
}

function drawRan(duty) {
  return el("span", "ran", el("strong", "", duty.label), ` ${duty.text}`, el("span", "counts", duty.counts));
}
