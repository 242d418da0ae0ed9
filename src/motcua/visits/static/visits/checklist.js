// The checklist of one visit: groups, questions, and what may be said of each.
import { badge, button, clock, h, icon, notice, say, setup, t } from "./dom.js";
import { shrunk } from "./photo.js";
import { state as merged } from "./merge.js";
import * as session from "./session.js";
import * as sign from "./sign.js";
import * as store from "./store.js";
import { line } from "./sync.js";

const shown = { visit: null, group: null, photos: new Map() };
let told = () => {};

// tell(): something was said, it may be sent.
export function onSaid(tell) { told = tell; }

export function forget() {
  for (const address of shown.photos.values()) URL.revokeObjectURL(address);
  Object.assign(shown, { visit: null, group: null, photos: new Map() });
}

export function openVisit(id) { shown.visit = id; shown.group = null; }
export const visitShown = () => shown.visit;

const visit = () => session.open.state.visits[shown.visit];
const drafts = () => session.open.state.drafts;
const draftName = (question, what) => `${shown.visit} ${question} ${what}`;
const isDone = (one) => one && (one.said === "one" || one.said === "merged");

let later = null;
function draft(question, what, value) {
  if (value === null) delete drafts()[draftName(question, what)]; else drafts()[draftName(question, what)] = value;
  clearTimeout(later);
  later = setTimeout(() => session.open && session.keepState().catch(() => {}), 1000);
}

// All of the checklist's screen: the groups beside the questions of one of them.
export function screen() {
  const { info } = visit(), said = merged(session.entriesOf(shown.visit));
  shown.group ??= info.checklist.find((group) => group.questions.some((question) => !isDone(said[question.id])))?.number ?? info.checklist[0].number;
  const group = info.checklist.find((one) => one.number === shown.group);
  const questions = info.checklist.flatMap((one) => one.questions);
  const done = questions.filter((question) => isDone(said[question.id])).length;
  return [
    h("h1", { tabindex: -1 }, `${info.unit} · ${group.number} ${group.title}`),
    ...faults(),
    h("div", { class: "checklist" },
      h("details", { class: "groups card", open: matchMedia("(min-width: 700px)").matches || shown.list },
        h("summary", { onclick: () => { shown.list = !shown.list; } }, `${t("groups")} · ${t("progress", { n: done, m: questions.length })}`),
        h("ul", { class: "plain" }, info.checklist.map((one) => tab(one, said))),
        button(t("sign"), signing, { picture: "stamp" }), h("div", { id: "sign-first" }), signatures()),
      h("div", { class: "stack-s" }, group.questions.map((question) => card(question, said[question.id])), next(info.checklist))),
  ];
}

function faults() {
  const { refused, open } = visit();
  return [
    open ? null : notice("warn", t("closed"), session.allSent(shown.visit) ? button(t("remove"), remove, { quiet: true }) : null),
    refused.length ? notice("bad", t("refused", { n: refused.length, words: refused.at(-1).words })) : null,
  ].filter(Boolean);
}

// It is over, all of it is at the server, and somebody has seen what was refused.
async function remove() {
  await session.forgetVisit(shown.visit);
  await session.keepState();
  told("shown");
}

function tab(group, said) {
  const left = group.questions.filter((question) => !isDone(said[question.id])).length;
  const differs = group.questions.some((question) => said[question.id]?.said === "conflict");
  const here = group.number === shown.group;
  return h("li", {}, h("button", { type: "button", class: "tab", "aria-current": here ? "true" : null, onclick: () => go(group.number) },
    h("span", {}, `${group.number} ${group.title}`),
    differs ? badge("late", "octagon-alert", t("conflict")) : h("span", { class: "small muted" }, left ? t("group_left", { n: left }) : [icon("check"), t("group_done")])));
}

function next(checklist) {
  const place = checklist.findIndex((group) => group.number === shown.group), one = checklist[place + 1];
  return one ? button(`${one.number} ${one.title}`, () => go(one.number), { quiet: true, picture: "arrow-right" }) : null;
}

function go(number) {
  shown.group = number;
  shown.list = false;
  told("shown");
  document.querySelector("h1").focus();
  scrollTo(0, 0);
}

// Say something of a question; where it cannot be kept the words stay on the screen and say so.
async function tell(question, kind, value, seen, photo = null) {
  try {
    await session.tell({ visit: shown.visit, question, kind, value, seen: seen.map((entry) => entry.uuid) }, photo);
  } catch (fault) {
    const words = t(store.isFull(fault) ? "full" : "not_kept");
    const spot = document.getElementById(`fault-${question}`);
    spot?.replaceChildren(notice("bad", words));
    throw new Error(words);
  }
  told("said");
}
const quietly = (act) => () => act().catch(() => {});

function card(question, one) {
  const said = one ?? { said: "nothing", answers: [], notes: [], photos: [], defects: [], twins: [] };
  const name = `q-${question.id}`;
  return h("section", { class: "card stack-s question", id: name, "aria-labelledby": `${name}-text` },
    h("div", { class: "line apart" }, h("h2", { id: `${name}-text` }, `${question.id} ${question.text}`), how(said)),
    facts(question),
    said.said === "conflict" ? chooser(question, said) : answers(question, said),
    h("div", { id: `fault-${question.id}` }),
    h("div", { class: "line tools" }, camera(question), opener(question, "note", "clipboard-list"), opener(question, "defect", "triangle-alert")),
    writer(question, "note", said), writer(question, "defect", said),
    said.twins.map((pair) => pairOf(question, pair)),
    list(question, "defect", said.defects), list(question, "note", said.notes), pictures(question, said.photos));
}

function how(said) {
  if (said.said === "conflict") return badge("late", "octagon-alert", t("conflict"));
  if (said.said === "merged") return badge("done", "check-check", t("merged", { n: said.answers.length }));
  if (said.said === "one") return badge("done", "check", `${who(said.answers[0])} ${clock(said.answers[0].at)}`);
  return badge("paused", "circle-pause", t("unanswered"));
}

const who = (entry) => (entry.by === session.open.state.user ? t("mine") : entry.name);

// What is known before asking: the sample, what the system saw, the ground.
function facts(question) {
  const { info } = visit(), sample = info.samples[question.id], found = info.prefills[question.id];
  const system = !found || found.of === 0 ? null : found.of !== null && found.of !== undefined ? t("system_of", { n: found.seen, m: found.of }) : found.findings.length ? t("system_fail", { n: found.findings.length }) : t("system_pass");
  const language = document.documentElement.lang === "en" ? "en" : "vi";
  return h("div", { class: "small" },
    sample ? h("details", {}, h("summary", {}, t("sample", { n: sample.size, m: sample.count, seed: sample.seed })), h("p", { class: "muted" }, sample.description), h("ol", { class: "keys" }, sample.keys.map((key) => h("li", { class: "code" }, key)))) : null,
    system && found.findings.length ? h("details", {}, h("summary", {}, system), h("ul", {}, found.findings.map((row) => h("li", {}, row[language])))) : system ? h("p", {}, system) : null,
    h("p", { class: "muted" }, `${t("ground")}: ${question.ground || "—"}`, question.mark === "M" ? ` (${t("from_memory")})` : "", question.evidence ? ` · ${t("evidence")}: ${question.evidence}` : ""));
}

// [Đạt] [Chưa đạt] [Không áp dụng]  Thiếu [n]; or a number.
function answers(question, said) {
  const value = said.value ?? {}, counts = question.kind === "sample";
  const kept = drafts()[draftName(question.id, "missing")];
  const missing = h("input", { id: `missing-${question.id}`, class: "narrow", type: "number", min: 0, max: 100000, inputmode: "numeric", value: kept ?? value.missing ?? "" });
  missing.addEventListener("input", () => draft(question.id, "missing", missing.value));
  const count = () => (counts && /^\d{1,5}$/.test(missing.value) && Number(missing.value) > 0 ? { missing: Number(missing.value) } : {});
  const answer = async (given) => { await tell(question.id, "answer", given, said.answers); draft(question.id, "missing", null); };
  missing.addEventListener("change", quietly(async () => { if (value.result === "fail") await answer({ result: "fail", ...count() }); }));
  const choice = (result) => h("button", { type: "button", class: `button choice-${result}`, "aria-pressed": String(value.result === result), onclick: quietly(() => answer(result === "fail" ? { result, ...count() } : { result })) }, value.result === result && icon("check"), t(result));
  if (question.kind === "number") return h("div", { class: "line answers" }, numberField(question, value, answer), choice("na"));
  return h("div", { class: "line answers" }, choice("pass"), choice("fail"), choice("na"),
    counts ? h("span", { class: "line firm" }, h("label", { for: missing.id }, t("missing")), missing) : null);
}

function numberField(question, value, answer) {
  const kept = drafts()[draftName(question.id, "number")];
  const input = h("input", { id: `number-${question.id}`, class: "narrow", inputmode: "decimal", autocomplete: "off", value: kept ?? value.number ?? "" });
  input.addEventListener("input", () => draft(question.id, "number", input.value));
  const keep = quietly(async () => {
    const number = input.value.trim();
    if (!/^\d{1,9}([.,]\d{1,4})?$/.test(number)) { document.getElementById(`fault-${question.id}`).replaceChildren(notice("bad", t("bad_number"))); return; }
    await answer({ number });
    draft(question.id, "number", null);
  });
  return h("span", { class: "line firm" }, h("label", { for: input.id }, t("number")), input, button(t("keep"), keep));
}

// Two said differently without knowing of one another: one of them is chosen, by name.
function chooser(question, said) {
  return h("div", { class: "notice bad" }, icon("octagon-alert"), h("div", { class: "stack-s" },
    h("p", {}, t("conflict_why")),
    h("ul", { class: "plain stack-s" }, said.answers.map((entry) => h("li", { class: "line apart" },
      h("span", {}, h("b", {}, who(entry)), ` “${words(entry.value)}” ${clock(entry.at)}`),
      button(t("choose"), quietly(() => tell(question.id, "resolve", plainAnswer(entry.value), said.answers))))))));
}
const plainAnswer = ({ result, missing, number }) => Object.fromEntries(Object.entries({ result, missing, number }).filter(([, value]) => value !== undefined));
const words = (value) => (value.number !== undefined ? value.number : `${t(value.result)}${value.missing ? `, ${t("missing").toLowerCase()} ${value.missing}` : ""}`);

function opener(question, kind, picture) {
  return button(t(kind), () => {
    const form = document.getElementById(`${kind}-${question.id}`);
    form.hidden = !form.hidden;
    if (!form.hidden) form.querySelector("textarea").focus();
  }, { quiet: true, picture });
}

// A form that is open while it holds words: they are kept, encrypted, until they are said.
function writer(question, kind, said) {
  const kept = drafts()[draftName(question.id, kind)] ?? "";
  const area = h("textarea", { id: `${kind}-text-${question.id}`, maxlength: 2000, value: kept });
  area.addEventListener("input", () => draft(question.id, kind, area.value || null));
  const form = h("form", { id: `${kind}-${question.id}`, class: "stack-s", hidden: !kept, novalidate: true },
    h("div", { class: "field" }, h("label", { for: area.id }, t(`${kind}_text`)), area),
    h("div", { class: "line" }, h("button", { class: "button main" }, t(`keep_${kind}`)), button(t("cancel"), () => { draft(question.id, kind, null); area.value = ""; form.hidden = true; }, { quiet: true })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (!text) { area.focus(); return; }
    const photos = said.photos.map((entry) => entry.value.sha256).slice(0, 20);
    const before = drafts()[draftName(question.id, kind)];
    draft(question.id, kind, null); // the screen is drawn anew when it is said
    form.hidden = true;
    try { await tell(question.id, kind, kind === "defect" ? { text, photos } : { text }, []); } catch { draft(question.id, kind, before ?? text); form.hidden = false; }
  });
  return form;
}

function list(question, kind, rows) {
  return rows.length === 0 ? null : h("div", {}, h("h3", { class: "small" }, t(kind)), h("ul", { class: "plain said" }, rows.map((entry) => h("li", { class: "line apart" },
    h("span", {}, h("span", { class: "preserve" }, entry.value.text), h("span", { class: "small muted" }, ` ${who(entry)} ${clock(entry.at)}`)),
    entry.by === session.open.state.user ? dropper(question, kind, entry) : null))));
}

const dropper = (question, kind, entry) => h("button", { type: "button", class: "link", onclick: quietly(() => tell(question.id, kind, { withdrawn: true }, [entry])) }, icon("x"), t("drop"));

function pairOf(question, pair) {
  const photos = [...new Set(pair.flatMap((entry) => entry.value.photos ?? []))].slice(0, 20);
  const longer = pair.map((entry) => entry.value.text).sort((one, other) => other.length - one.length)[0];
  return h("div", { class: "notice warn" }, icon("info"), h("div", { class: "stack-s" }, h("p", {}, t("twins")),
    h("ul", {}, pair.map((entry) => h("li", {}, `${who(entry)}: ${entry.value.text}`))),
    h("div", { class: "line" }, button(t("join"), quietly(() => tell(question.id, "defect", { text: longer, photos }, pair))),
      button(t("apart"), quietly(() => tell(question.id, "resolve", { apart: pair.map((entry) => entry.uuid) }, [])), { quiet: true }))));
}

function camera(question) {
  const input = h("input", { id: `photo-${question.id}`, class: "sr", type: "file", accept: "image/*", capture: "environment" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    let photo;
    try { photo = await shrunk(file); } catch {
      document.getElementById(`fault-${question.id}`).replaceChildren(notice("bad", t("photo_bad")));
      return;
    }
    try { await tell(question.id, "photo", { sha256: photo.sha256, taken_at: photo.taken_at }, [], photo.bytes); } catch { /* said beside the question */ } finally { input.value = ""; }
  });
  return h("span", {}, input, h("label", { class: "button quiet", for: input.id }, icon("camera"), t("photo")));
}

function pictures(question, rows) {
  return rows.length === 0 ? null : h("ul", { class: "plain pictures" }, rows.map((entry) => {
    const sent = session.open.state.photos[`${shown.visit} ${entry.value.sha256}`] === "sent";
    const figure = h("figure", {}, h("figcaption", { class: "small" }, entry.photo ? t(sent ? "photo_sent" : "photo_here") : t("photo_other"), ` ${clock(entry.at)} `, entry.by === session.open.state.user ? dropper(question, "photo", entry) : who(entry)));
    if (entry.photo) picture(entry).then((address) => address && figure.prepend(h("img", { src: address, alt: "" })));
    return h("li", {}, figure);
  }));
}

async function picture(entry) {
  if (!shown.photos.has(entry.photo)) {
    const bytes = await session.photoOf(entry);
    if (!bytes) return null;
    shown.photos.set(entry.photo, URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" })));
  }
  return shown.photos.get(entry.photo);
}

// With a network, and all of it sent, the minutes are signed where they stand; without one a signature is drawn here.
function signing() {
  const id = shown.visit;
  if (line.online) {
    if (session.allSent(id)) { location.href = `${setup.addresses.visits}/${id}/minutes`; return; }
    document.getElementById("sign-first").replaceChildren(notice("warn", t("sign_first")));
    return;
  }
  sign.ask(() => session.entriesOf(id), async (value) => {
    try { await session.tell({ visit: id, question: "", kind: "signature", value, seen: [] }); } catch (fault) { throw new Error(t(store.isFull(fault) ? "full" : "not_kept")); }
    say(t("keep_signature"));
    told("said");
  });
}

function signatures() {
  const rows = session.entriesOf(shown.visit).filter((entry) => entry.kind === "signature");
  return rows.length === 0 ? null : h("ul", { class: "plain small" }, rows.map((entry) => h("li", {}, icon("check"), `${t(entry.value.side)}: ${entry.value.name} ${clock(entry.at)}`)));
}
