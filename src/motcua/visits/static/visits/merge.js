// The same rules as motcua/engines/merging, for the screen; tests/journeys/test_tablet.py holds both against one another.
export const THRESHOLD = 0.45;

const apartOf = (entry) => (entry.kind === "resolve" && Array.isArray(entry.value.apart) ? entry.value.apart : null);
const strandOf = (entry) => (apartOf(entry) ? "apart" : entry.kind === "resolve" ? "answer" : entry.kind);
const byName = (one, other) => (one.uuid < other.uuid ? -1 : one.uuid > other.uuid ? 1 : 0);
const told = (value) => JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));

// {question: {said, value, answers, notes, photos, defects, twins}}; lists hold the entries themselves.
export function state(entries) {
  const strands = {};
  for (const entry of new Map(entries.map((one) => [one.uuid, one])).values()) {
    if (entry.kind !== "signature") ((strands[entry.question] ??= {})[strandOf(entry)] ??= []).push(entry);
  }
  return Object.fromEntries(Object.entries(strands).map(([question, own]) => [question, settled(own)]));
}

function settled(strands) {
  const standing = (name) => heads(strands[name] ?? []).filter((entry) => entry.value.withdrawn !== true);
  const answers = standing("answer"), values = new Set(answers.map((entry) => told(entry.value))), defects = standing("defect");
  const said = !answers.length ? "nothing" : values.size > 1 ? "conflict" : answers.length === 1 ? "one" : "merged";
  return {
    said, value: values.size === 1 ? answers[0].value : null, answers, notes: standing("note"), photos: standing("photo"),
    defects, twins: twins(defects, (strands.apart ?? []).map(apartOf)),
  };
}

export function heads(entries) {
  const known = new Map(entries.map((entry) => [entry.uuid, entry]));
  const behind = new Map([...known.keys()].map((uuid) => [uuid, reached(uuid, known)]));
  const replaced = new Set();
  for (const [uuid, olds] of behind) for (const old of olds) if (old !== uuid && !behind.get(old).has(uuid)) replaced.add(old);
  return [...known.values()].filter((entry) => !replaced.has(entry.uuid)).sort(byName);
}

function reached(uuid, known) {
  const found = new Set(), ahead = known.get(uuid).seen.filter((name) => known.has(name));
  while (ahead.length) {
    const name = ahead.pop();
    if (!found.has(name)) { found.add(name); ahead.push(...known.get(name).seen.filter((older) => known.has(older))); }
  }
  return found;
}

function twins(defects, apart) {
  const pairs = [], parted = new Set(apart.map((pair) => [...pair].sort().join(" ")));
  defects.forEach((one, place) => defects.slice(place + 1).forEach((other) => {
    if (String(one.device) !== String(other.device) && !parted.has([one.uuid, other.uuid].sort().join(" ")) && alike(one, other)) pairs.push([one, other]);
  }));
  return pairs;
}

function alike(one, other) {
  const photos = new Set(one.value.photos ?? []);
  return (other.value.photos ?? []).some((photo) => photos.has(photo)) || likeness(one.value.text ?? "", other.value.text ?? "") >= THRESHOLD;
}

export function likeness(one, other) {
  const a = parts(one), b = parts(other), both = [...a].filter((part) => b.has(part)).length;
  return a.size && b.size ? both / (a.size + b.size - both) : 0;
}

function parts(text) {
  const found = new Set(), plain = text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
  for (const word of plain.match(/[\p{L}\p{N}_]+/gu) ?? []) {
    const padded = [...`  ${word} `];
    for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3).join(""));
  }
  return found;
}

// What a signature covers: the names of all entries but signatures.
export const digestText = (entries) => [...new Set(entries.filter((entry) => entry.kind !== "signature").map((entry) => entry.uuid))].sort().join("\n");
