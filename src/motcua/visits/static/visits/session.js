// What is open in memory while the tablet is unlocked: nothing of it outlives lock().
import * as boxes from "./boxes.js";
import * as store from "./store.js";

const CHECK = "motcua";
const FREE_TRIES = 3, FIRST_WAIT = 5, MOST_WAIT = 900; // seconds; they double from the fourth wrong try on
const ROWS = ["0123456789", "9876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop"];

let key = null;
export let open = null; // {state, said: [entry], others: [entry]}

export class WrongPin extends Error {}
export class Wait extends Error { constructor(seconds) { super(); this.seconds = seconds; } }

export const exists = async () => (await store.lock()) !== null;
export const simple = (pin) => pin.length < 6 || new Set(pin).size === 1 || ROWS.some((row) => row.includes(pin.toLowerCase()));

export async function create(pin) {
  const salt = boxes.random(16);
  const made = await boxes.keyOf(pin, salt, boxes.ITERATIONS);
  const check = await boxes.sealJson(made, CHECK, "lock");
  await store.keepLock({ salt, iterations: boxes.ITERATIONS, check, wrong: 0, until: 0 });
  key = made;
  open = { state: { user: null, device: null, token: null, skew: 0, visits: {}, drafts: {}, photos: {} }, said: [], others: [] };
  await keepState();
}

// Raises Wait, WrongPin. A try is counted before it is made: closing the page in between gives none for free.
export async function unlock(pin) {
  const lock = await store.lock(), left = Math.ceil((lock.until - Date.now()) / 1000);
  if (left > 0) throw new Wait(Math.min(left, MOST_WAIT));
  const wrong = lock.wrong + 1;
  const wait = wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE_TRIES), MOST_WAIT);
  await store.keepLock({ ...lock, wrong, until: Date.now() + wait * 1000 });
  const found = await boxes.keyOf(pin, lock.salt, lock.iterations);
  try {
    if ((await boxes.unsealJson(found, lock.check, "lock")) !== CHECK) throw new WrongPin();
  } catch { throw wait ? new Wait(wait) : new WrongPin(); }
  await store.keepLock({ ...lock, wrong: 0, until: 0 });
  key = found;
  open = { state: await boxes.unsealJson(key, await store.stateBox(), "state"), said: [], others: [] };
  for (const name of ["said", "others"]) {
    for (const [place, box] of await store.all(name)) open[name].push(await boxes.unsealJson(key, box, `${name} ${place}`));
  }
}

export async function lock() {
  try { await keepState(); } finally { key = null; open = null; }
}

let writing = Promise.resolve();
export function keepState() {
  const [own, text] = [key, open.state];
  writing = writing.catch(() => {}).then(async () => store.keepState(await boxes.sealJson(own, text, "state")));
  return writing;
}

// Say something: it is in the tablet's database, or this raises and nothing of it is. One after another, so that places
// have no gap. photo: bytes that belong to it.
let saying = Promise.resolve();
export function tell(entry, photo = null) {
  saying = saying.catch(() => {}).then(() => written(entry, photo));
  return saying;
}

async function written({ visit, question, kind, value, seen }, photo) {
  const { state, said } = open;
  const seq = Math.max(state.visits[visit].have ?? 0, ...said.filter((one) => one.visit === visit).map((one) => one.seq)) + 1;
  const entry = {
    uuid: crypto.randomUUID(), seq, visit, question, kind, value, seen, said_at: new Date().toISOString(), skew: state.skew,
    device: state.device, by: state.user, name: state.name,
  };
  const place = [visit, seq];
  let kept = null;
  if (photo) {
    const name = boxes.hex(boxes.random(16));
    kept = { key: name, box: await boxes.seal(key, photo, `photos ${name}`) };
    entry.photo = name;
  }
  await store.add(place, await boxes.sealJson(key, entry, `said ${place}`), kept);
  said.push(entry);
  return entry;
}

export async function photoOf(entry) {
  const box = await store.get("photos", entry.photo);
  return box ? boxes.unseal(key, box, `photos ${entry.photo}`) : null;
}

// What others said arrives as one box a call.
export async function hear(rows) {
  const known = new Set(open.others.map((one) => one.uuid));
  const own = new Set(open.said.map((one) => one.uuid));
  for (const row of rows.filter((one) => !known.has(one.uuid) && !own.has(one.uuid))) {
    const place = row.uuid, [k, o] = [key, open];
    // the key of the box says nothing: a name that was drawn by lot
    await store.put("others", place, await boxes.sealJson(k, row, `others ${place}`));
    o.others.push(row);
  }
}

// All that is known of a visit, own words and others'; at: put right by what the clock was known to be off.
export function entriesOf(visit) {
  const refused = new Set((open.state.visits[visit]?.refused ?? []).map((one) => one.seq)); // kept at the server, but does not stand
  const own = open.said.filter((one) => one.visit === visit && !refused.has(one.seq));
  return [...own.map((one) => ({ ...one, at: new Date(Date.parse(one.said_at) + one.skew * 1000).toISOString() })), ...open.others.filter((one) => one.visit === visit)];
}

// Answers and photographs that the server does not have yet.
export function waiting() {
  const { state, said } = open;
  const sent = (one) => one.seq <= (state.visits[one.visit]?.have ?? 0);
  const left = said.filter((one) => !sent(one));
  const photos = said.filter((one) => one.photo && !state.photos[`${one.visit} ${one.value.sha256}`]);
  return { entries: left, photos };
}

export function allSent(visit) {
  const { entries, photos } = waiting(), { state } = open;
  return !entries.some((one) => one.visit === visit) && !photos.some((one) => one.visit === visit && state.photos[`${visit} ${one.value.sha256}`] !== "refused");
}

// A visit that is over, and of which nothing waits here: its content leaves the tablet.
export async function forgetVisit(visit) {
  const own = open, mine = (one) => one.visit === visit;
  for (const one of own.said.filter(mine)) {
    await store.drop("said", [visit, one.seq]);
    if (one.photo) await store.drop("photos", one.photo);
  }
  for (const one of own.others.filter(mine)) await store.drop("others", one.uuid);
  own.said = own.said.filter((one) => !mine(one));
  own.others = own.others.filter((one) => !mine(one));
  delete own.state.visits[visit];
  for (const names of [own.state.photos, own.state.drafts]) {
    for (const name of Object.keys(names)) if (name.startsWith(`${visit} `)) delete names[name];
  }
}
