// Boxes: what is kept at the tablet, encrypted. AES-GCM with a key that only the PIN gives (PBKDF2-SHA256).
export const ITERATIONS = 600000;
const words = new TextEncoder(), back = new TextDecoder();

export const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
export const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", typeof bytes === "string" ? words.encode(bytes) : bytes));

// The key cannot be taken out of the browser's own memory, and is kept nowhere.
export async function keyOf(pin, salt, iterations) {
  const raw = await crypto.subtle.importKey("raw", words.encode(pin.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// label: where the box stands; a box that was moved does not open.
export async function seal(key, bytes, label) {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: words.encode(label) }, key, bytes) };
}

export function unseal(key, box, label) {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: box.iv, additionalData: words.encode(label) }, key, box.data);
}

export const sealJson = (key, value, label) => seal(key, words.encode(JSON.stringify(value)), label);
export const unsealJson = async (key, box, label) => JSON.parse(back.decode(await unseal(key, box, label)));
