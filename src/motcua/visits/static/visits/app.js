// The tablet's page: unlock, show, send. What is on the screen is drawn from memory; memory is emptied by the lock.
import { button, clock, h, notice, setup, t } from "./dom.js";
import * as checklist from "./checklist.js";
import * as screens from "./screens.js";
import * as session from "./session.js";
import * as sync from "./sync.js";

const EVERY = 30000, IDLE = 600000;
let touched = Date.now(), ready = false, pressing = false, drawn = "", wish = false;

async function begin() {
  if (!("indexedDB" in window) || !crypto.subtle) return screens.show(h("h1", {}, t("title")), notice("bad", t("no_browser")));
  if (navigator.locks && !(await alone())) return screens.show(h("h1", {}, t("title")), notice("warn", t("other_tab")));
  navigator.storage?.persist?.();
  worker();
  if (await session.exists()) screens.unlock(unlocked); else screens.setPin(unlocked);
}

// One page at a time: places of entries are given by one hand.
function alone() {
  return new Promise((tell) => {
    navigator.locks.request("motcua-tablet", { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      return lock === null ? null : new Promise(() => { /* held as long as the page lives */ });
    });
  });
}

async function worker() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(setup.addresses.worker);
    await navigator.serviceWorker.ready;
    ready = true;
    renewed();
  } catch { /* signed out or no network: what is kept is used */ }
}

function unlocked() {
  touched = Date.now();
  draw();
  send(true);
}

async function lock() {
  checklist.forget();
  try { await session.lock(); } finally { screens.unlock(unlocked); }
}

// What the checklist shows, in short: where it is the same, only the line above it is drawn.
function signature() {
  const { state, said, others } = session.open;
  const visits = Object.values(state.visits).map((one) => [one.have, one.refused.length, one.open, one.cursor, one.info]);
  return JSON.stringify([said.length, others.length, visits, state.photos]);
}

// After a run of the sync: never under somebody's finger, never while he types (an input method is at work there).
function renewed() {
  if (!session.open) return;
  const typing = document.activeElement?.matches(".question input:not([type=file]), .question textarea");
  if (pressing) { wish = true; return; }
  const old = document.querySelector(".bar");
  if (old && (typing || signature() === drawn)) old.replaceWith(bar(Object.values(session.open.state.visits)));
  else draw();
}

// Draw anew: the field that has the focus keeps its place, its words are drafts; open folds and forms stay open.
function draw() {
  if (!session.open) return;
  drawn = signature();
  const main = document.getElementById("main"), held = document.activeElement?.id, at = document.activeElement?.selectionStart;
  const folds = new Set([...main.querySelectorAll(".question details[open]")].map((fold) => place(fold)));
  const forms = new Set([...main.querySelectorAll(".question form:not([hidden])")].map((form) => form.id));
  main.className = "tablet";
  const { state } = session.open, visits = Object.values(state.visits);
  if (checklist.visitShown() !== null && !state.visits[checklist.visitShown()]) checklist.openVisit(null); // it is over, all was sent
  if (checklist.visitShown() === null && visits.length === 1) checklist.openVisit(visits[0].info.id);
  main.replaceChildren(bar(visits), ...(checklist.visitShown() === null ? chosen(visits) : checklist.screen()));
  for (const fold of main.querySelectorAll(".question details")) if (folds.has(place(fold))) fold.open = true;
  for (const id of forms) { const form = document.getElementById(id); if (form) form.hidden = false; }
  const field = held && document.getElementById(held);
  if (field && field !== document.activeElement) {
    field.focus({ preventScroll: true });
    if (at !== null && at !== undefined && field.setSelectionRange && field.type !== "number") field.setSelectionRange(at, at);
  }
}
const place = (fold) => `${fold.closest(".question").id} ${[...fold.parentElement.children].indexOf(fold)}`;

function chosen(visits) {
  const rows = visits.map(({ info }) => h("li", {}, button(`${info.unit} · ${info.mode}`, () => { checklist.openVisit(info.id); draw(); })));
  const none = !sync.line.online && !session.open.state.user ? t("first_online") : t("no_visits");
  return [h("h1", {}, t("visits")), visits.length ? h("ul", { class: "plain stack-s" }, rows) : h("p", {}, none), h("p", {}, h("a", { href: setup.addresses.visits }, t("desk")))];
}

// The line that says where the work is: here, on its way, there.
function bar(visits) {
  const waiting = session.waiting(), n = new Set(waiting.entries.filter((one) => one.kind !== "photo").map((one) => `${one.visit} ${one.question}`)).size, m = waiting.photos.filter((one) => session.open.state.photos[`${one.visit} ${one.value.sha256}`] !== "refused").length;
  const { line } = sync, empty = n + m === 0;
  const words = line.otherUser ? t("other_user") : line.signedOut ? t("signed_out", { n, m }) : !line.online ? t(empty ? "offline_none" : "offline", { n, m })
    : line.busy && !empty ? t("sending", { n, m }) : !empty ? t("waiting", { n, m }) : line.sentAt ? t("sent", { at: clock(new Date(Date.parse(line.sentAt) + session.open.state.skew * 1000)) }) : "…";
  return h("div", { class: `bar card${line.online && !line.signedOut && !line.otherUser ? "" : " cut"}` },
    h("p", { class: "where", role: "status" }, words, line.words ? ` ${t("server_says", { words: line.words })}` : ""),
    h("div", { class: "line" },
      line.signedOut || line.otherUser ? h("a", { class: "button", href: setup.addresses.sign_in }, t("sign_in")) : button(t("send_now"), () => send(true), { quiet: true, picture: "send" }),
      visits.length > 1 && checklist.visitShown() !== null ? button(t("visits"), () => { checklist.openVisit(null); draw(); }, { quiet: true }) : null,
      ready ? h("span", { class: "small muted ready" }, t("ready")) : null,
      button(t("lock"), lock, { quiet: true, picture: "lock" })));
}

function send(all = false) {
  if (session.open) sync.run(all === true).catch((fault) => { setTimeout(() => { throw fault; }); });
}

sync.onChange(renewed);
checklist.onSaid((what) => { draw(); if (what === "said") send(); });
for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, () => { touched = Date.now(); }, { capture: true, passive: true });
document.addEventListener("pointerdown", () => { pressing = true; }, { capture: true, passive: true });
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => {
  pressing = false;
  if (wish) { wish = false; setTimeout(renewed, 50); } // after the click
}, { capture: true, passive: true });
window.addEventListener("online", () => send());
window.addEventListener("offline", () => { sync.line.online = false; renewed(); });
setInterval(() => { if (session.open && Date.now() - touched > IDLE) lock(); }, 5000);
setInterval(() => send(), EVERY);
begin();
