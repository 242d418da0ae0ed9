// Elements, icons and words: the few things every screen needs.
export const setup = JSON.parse(document.getElementById("setup").textContent);

// A text of the page in the reader's language, with {names} filled in.
export function t(name, values = {}) {
  return (setup.words[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

// h("button", {class: "button", onclick: f}, "text", child, null): text is always text, never markup.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${setup.addresses.icons}#${name}`);
  svg.append(use);
  return svg;
}

export function badge(tone, picture, words) {
  return h("span", { class: `badge ${tone}` }, icon(picture), words);
}

export function button(words, act, { main = false, quiet = false, picture = null, ...more } = {}) {
  const look = `button${main ? " main" : ""}${quiet ? " quiet" : ""}`;
  return h("button", { type: "button", class: look, onclick: act, ...more }, picture && icon(picture), words);
}

export function notice(tone, words, ...more) {
  const bad = tone === "bad";
  return h("div", { class: `notice ${tone}`, role: bad ? "alert" : "status" }, icon(bad ? "octagon-alert" : "info"), h("div", { class: "stack-s" }, h("p", {}, words), ...more.filter(Boolean)));
}

export function say(words) { document.getElementById("say").textContent = words; }

// 09:12, in Vietnam, whatever the tablet's own zone.
export function clock(iso) {
  const moment = new Date(new Date(iso).getTime() + 7 * 3600000);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString().slice(11, 16);
}
