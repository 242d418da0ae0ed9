// The tablet's own database: boxes only. Beside them it holds a salt, the number of wrong tries, and places (visit, seq).
import { openDB, deleteDB } from "./vendor/idb.js";

const NAME = "motcua-tablet";
let opened = null;

export function database() {
  opened ??= openDB(NAME, 1, {
    upgrade(db) {
      for (const name of ["lock", "state", "said", "others", "photos"]) db.createObjectStore(name);
    },
    blocking() { opened?.then((db) => db.close()); opened = null; },
  });
  return opened;
}

// {salt, iterations, check, wrong, until}; null before a PIN was set.
export const lock = async () => (await (await database()).get("lock", "lock")) ?? null;
export const keepLock = async (value) => (await database()).put("lock", value, "lock");

export const stateBox = async () => (await database()).get("state", "state");
export const keepState = async (box) => (await database()).put("state", box, "state");

// All boxes of a store with their keys, in the order of the keys.
export async function all(name) {
  const transaction = (await database()).transaction(name);
  const [keys, boxes] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return keys.map((key, place) => [key, boxes[place]]);
}

export const get = async (name, key) => (await database()).get(name, key);
export const put = async (name, key, box) => (await database()).put(name, box, key);
export const drop = async (name, key) => (await database()).delete(name, key);

// An entry, and with it a photograph, both or neither. `add` fails where the place is taken.
export async function add(place, box, photo = null) {
  const transaction = (await database()).transaction(["said", "photos"], "readwrite");
  const wishes = [transaction.objectStore("said").add(box, place)];
  if (photo) wishes.push(transaction.objectStore("photos").put(photo.box, photo.key));
  await Promise.all([...wishes.map((wish) => wish.catch(() => transaction.abort())), transaction.done]).catch((fault) => {
    throw transaction.error ?? fault;
  });
}

export async function destroy() {
  (await database()).close();
  opened = null;
  await deleteDB(NAME);
}

// Does a fault say that the tablet is full?
export const isFull = (fault) => /quota/i.test(`${fault?.name} ${fault?.message} ${fault?.inner?.name ?? ""}`);
