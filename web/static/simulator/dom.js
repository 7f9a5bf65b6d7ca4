// Small help with the DOM. Words only ever become text nodes.

export const words = JSON.parse(document.body.dataset.words);
export const base = document.body.dataset.base;

export const byId = (id) => document.getElementById(id);

export function el(tag, className = "", ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function icon(name, className = "icon") {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function button(className, label, onClick) {
  const node = el("button", className, label);
  node.type = "button";
  node.addEventListener("click", onClick);
  return node;
}

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// Replace a list's children by one node per item, keeping the nodes whose item did not change.
export function keep(list, items, keyOf, draw) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => {
    const key = String(keyOf(item));
    const value = JSON.stringify(item);
    const found = old.get(key);
    if (found && found.keptValue === value) return found;
    const node = draw(item);
    node.dataset.key = key;
    node.keptValue = value;
    return node;
  });
  if (nodes.length !== list.children.length || nodes.some((node, number) => node !== list.children[number])) {
    list.replaceChildren(...nodes);
    return true;
  }
  return false;
}

// A round picture with the first letter of a name, in a colour that stays with the id.
export function portrait(id, name) {
  const node = el("span", "portrait", firstLetter(name));
  node.setAttribute("aria-hidden", "true");
  let number = 0;
  for (const letter of id) number = (number * 31 + letter.charCodeAt(0)) % 360;
  node.style.backgroundColor = `hsl(${number} 45% 38%)`;
  return node;
}

// Thai vowels written before their consonant are no first letter.
function firstLetter(name) {
  return [...name].find((letter) => /\p{L}/u.test(letter) && !/[เแโใไ]/.test(letter)) ?? "?";
}
