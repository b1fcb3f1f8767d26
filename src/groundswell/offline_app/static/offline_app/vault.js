// Sealing what lies on the phone. The keys come from the bytes that signing in gives for a shift;
// the browser keeps them in a form that no script can read out again.

const text = new TextEncoder();
const plain = new TextDecoder();

// Three keys, each for one use, so that rounds can be shut for good while records still wait.
export async function keysFrom({ key, signing_key }) {
  const whole = await crypto.subtle.importKey("raw", bytesOf(key), "HKDF", false, ["deriveKey"]);
  const [rounds, records, file] = await Promise.all([
    sealing(whole, "rounds"),
    sealing(whole, "records"),
    crypto.subtle.importKey("raw", bytesOf(signing_key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  ]);
  return { rounds, records, file };
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

function sealing(whole, use) {
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: text.encode(use) };
  return crypto.subtle.deriveKey(how, whole, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function seal(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text.encode(JSON.stringify(value)));
  return { iv, body };
}

// What was sealed; undefined when this key does not open it.
export async function unseal(key, { iv, body }) {
  try {
    return JSON.parse(plain.decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, body)));
  } catch {
    return undefined;
  }
}

// HMAC-SHA256 in hexadecimal.
export async function sign(key, words) {
  const made = await crypto.subtle.sign("HMAC", key, text.encode(words));
  return Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
