// Bringing what was said to the server, in order, and fetching what others said. It may be cut at any moment: the next
// run asks the server how far it came and goes on from there. Nothing is deleted here.
import { setup, t } from "./dom.js";
import * as session from "./session.js";
import { isFull } from "./store.js";

const MOST = 50, MOST_LETTERS = 500000, PHOTOS_FIRST = 5, PATIENCE = 30000, FRESH = 600000; // milliseconds a manifest serves
export const line = { online: navigator.onLine, busy: false, signedOut: false, otherUser: false, words: "", sentAt: null };
let csrf = null, asked = 0, after = () => {};

export function onChange(tell) { after = tell; }

class Cut extends Error {}
class SignedOut extends Error {}
class Answered extends Error {} // the server is there and says no: line.words

async function call(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch { throw new Cut(); }
  if (answer.type === "opaqueredirect") throw new SignedOut();
  if (answer.status >= 500) throw new Cut();
  return answer;
}

const told = async (answer) => (await answer.json().catch(() => ({}))).words ?? `${answer.status}`;

// One run at a time; who asks meanwhile gets another one after it. all: ask for the manifest too.
let running = null, again = false;
export async function run(all = false) {
  if (all) asked = 0;
  if (running) { again = true; return; }
  running = go();
  try { await running; } finally { running = null; }
  if (again) { again = false; await run(); }
}

async function go() {
  if (!session.open) return;
  const own = session.open;
  line.busy = true;
  after();
  try {
    if (csrf === null || own.state.user === null || Date.now() - asked > FRESH) await manifest(own);
    if (!line.otherUser) for (const visit of Object.keys(own.state.visits).map(Number)) await bring(own, visit);
    line.online = true;
    line.signedOut = false;
    if (!session.open || session.waiting().entries.length + session.waiting().photos.length === 0) line.sentAt = new Date().toISOString();
  } catch (fault) {
    if (fault instanceof Cut) line.online = false;
    else if (fault instanceof SignedOut) { line.online = true; line.signedOut = true; csrf = null; }
    else if (fault instanceof Answered) { line.online = true; csrf = null; } // perhaps another sign-in: ask anew
    else if (isFull(fault)) line.words = t("full");
    else if (session.open === own) throw fault; // locked meanwhile: what it was doing no longer matters
  } finally {
    line.busy = false;
    after();
  }
}

async function manifest(own) {
  const begun = Date.now(), answer = await call(setup.addresses.manifest);
  if (!answer.ok) { line.words = await told(answer); throw new Answered(); }
  const found = await answer.json(), state = own.state;
  csrf = found.csrf;
  line.otherUser = state.user !== null && state.user !== found.user;
  if (line.otherUser) return;
  compare(state, found.now, begun);
  asked = Date.now();
  state.user = found.user;
  state.name = found.name;
  for (const visit of found.visits) {
    const { entries, photos, cursor, ...rest } = visit;
    const known = state.visits[visit.id], mine = entries.filter((one) => one.device === state.device).map((one) => one.seq);
    state.visits[visit.id] = { refused: [], ...known, have: Math.max(known?.have ?? 0, ...mine), info: rest, cursor, open: true };
    photos.forEach((sha) => { state.photos[`${visit.id} ${sha}`] = "sent"; });
    if (session.open === own) await session.hear(entries.map((one) => ({ ...one, visit: visit.id })));
  }
  const shown = new Set(found.visits.map((visit) => visit.id));
  for (const [id, visit] of Object.entries(state.visits)) {
    visit.open = shown.has(Number(id));
    if (!visit.open && !visit.refused.length && session.open === own && session.allSent(Number(id))) await session.forgetVisit(Number(id));
  }
  if (state.device === null && found.visits.length) await register(state);
  if (session.open === own) await session.keepState();
}

// How far the tablet's clock is off, in seconds; the answer was written about in the middle of the call.
function compare(state, now, begun) {
  state.skew = Math.round((Date.parse(now) - (begun + Date.now()) / 2) / 1000);
}

async function register(state) {
  const form = new URLSearchParams({ label: navigator.userAgentData?.platform ?? navigator.platform ?? "" });
  const answer = await call(setup.addresses.device, { method: "POST", body: form, headers: { "X-CSRFToken": csrf } });
  if (!answer.ok) { line.words = await told(answer); throw new Answered(); }
  Object.assign(state, await answer.json());
}

async function bring(own, visit) {
  for (;;) {
    const pictures = session.open === own ? session.waiting().photos.filter((one) => one.visit === visit) : [];
    for (const one of pictures.slice(0, PHOTOS_FIRST)) await picture(own, one);
    const left = await batch(own, visit);
    if (session.open !== own || (left === 0 && pictures.length <= PHOTOS_FIRST)) return;
  }
}

async function picture(own, entry) {
  const bytes = await session.photoOf(entry), { state } = own, name = `${entry.visit} ${entry.value.sha256}`;
  if (!bytes) { state.photos[name] = "refused"; return; }
  const answer = await call(`${sync(entry.visit)}/photos/${entry.value.sha256}`, {
    method: "PUT", body: bytes, headers: { "Content-Type": "image/jpeg", "X-CSRFToken": csrf, "X-Device": String(state.device), "X-Device-Token": state.token, "X-Taken-At": entry.value.taken_at },
  });
  if (answer.ok) state.photos[name] = "sent";
  else {
    line.words = await told(answer);
    if (answer.status === 422) state.photos[name] = "refused";
    else throw new Answered();
  }
  if (session.open === own) await session.keepState();
}

const sync = (visit) => setup.addresses.manifest.replace(/manifest$/, String(visit));

// As many as one call carries, and always one.
function bounded(rows) {
  let letters = 0;
  return rows.slice(0, MOST).filter((one, place) => { letters += JSON.stringify(one.value).length; return place === 0 || letters <= MOST_LETTERS; });
}

// How many are left to be sent.
async function batch(own, visit) {
  if (session.open !== own) return 0;
  const { state } = own, kept = state.visits[visit];
  const mine = own.said.filter((one) => one.visit === visit && one.seq > kept.have).sort((one, other) => one.seq - other.seq);
  if (!mine.length && !kept.open) return 0;
  const entries = bounded(mine).map(({ uuid, seq, question, kind, value, seen, said_at, skew }) => ({ uuid, seq, question, kind, value, seen, said_at, skew }));
  const body = JSON.stringify({ device: state.device, token: state.token, cursor: kept.cursor, entries });
  const begun = Date.now();
  const answer = await call(sync(visit), { method: "POST", body, headers: { "Content-Type": "application/json", "X-CSRFToken": csrf } });
  if (!answer.ok) {
    line.words = await told(answer);
    if (answer.status === 404) { kept.open = false; return 0; }
    throw new Answered();
  }
  line.words = "";
  const found = await answer.json();
  if (session.open !== own) return 0;
  compare(state, found.now, begun);
  await session.hear(found.others.map((one) => ({ ...one, visit })));
  kept.refused.push(...found.refused);
  const moved = found.have !== kept.have;
  Object.assign(kept, { have: found.have, cursor: found.cursor, open: found.open, digest: found.digest });
  await session.keepState();
  const left = own.said.filter((one) => one.visit === visit && one.seq > kept.have).length;
  return moved ? left : 0; // no progress is no reason to ask again at once
}
