// Small questions: a name, a place, a menu under the pointer.

import { byId, button } from "./dom.js";

// Ask for one line, a date or an hour; null where the visitor thinks better of it.
export function ask(question, kind = "text", limits = {}) {
  const dialog = byId("ask");
  dialog.querySelector("span").textContent = question;
  const input = dialog.querySelector("input");
  input.type = kind;
  input.value = limits.initial ?? "";
  for (const limit of ["min", "max"]) input.setAttribute(limit, limits[limit] ?? "");
  return answered(dialog, "ok", () => input.value.trim());
}

export function askPlace() {
  const dialog = byId("place");
  return answered(dialog, "send", () => Object.fromEntries(new FormData(dialog.querySelector("form"))));
}

function answered(dialog, yes, read) {
  dialog.returnValue = "";
  dialog.querySelector("button[type=button]").onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === yes ? read() : null), { once: true });
  });
}

// Open a menu of {label, do} at a point of the window.
export function popup(x, y, choices) {
  const menu = byId("popup");
  menu.replaceChildren(
    ...choices.map((choice) => {
      const item = button("", choice.label, () => {
        menu.hidden = true;
        choice.do();
      });
      item.setAttribute("role", "menuitem");
      return item;
    }),
  );
  menu.hidden = false;
  menu.style.left = `${Math.min(x, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(y, innerHeight - menu.offsetHeight - 8)}px`;
  menu.firstElementChild?.focus();
}

export function closePopup() {
  byId("popup").hidden = true;
}

addEventListener("pointerdown", (event) => {
  if (!byId("popup").contains(event.target)) closePopup();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePopup();
});
