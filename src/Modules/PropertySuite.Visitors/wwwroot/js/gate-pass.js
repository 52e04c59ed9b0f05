// Reads a pass as PassToken.cs writes it: "PS1." and base64url of 33 bytes and their ECDSA P-256 signature.
const prefix = "PS1.";
const payloadLength = 33;
const signatureLength = 64;
const epoch = Date.UTC(2020, 0, 1);
const minute = 60_000;

const curve = { name: "ECDSA", namedCurve: "P-256" };

/** What a scanned text is: `damaged`, `foreign`, `forged`, or `genuine` with its id and window (milliseconds since 1970). */
export async function readPass(scanned, keys) {
  const bytes = decode(scanned.trim());
  if (!bytes || bytes[0] !== 1) return { verdict: "damaged" };

  const known = keys.find(key => key.id === encode(bytes.subarray(1, 9)));
  if (!known) return { verdict: "foreign" };

  const key = await crypto.subtle.importKey("spki", fromBase64Url(known.publicKey), curve, false, ["verify"]);
  const payload = bytes.subarray(0, payloadLength);
  const genuine = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes.subarray(payloadLength), payload);
  if (!genuine) return { verdict: "forged" };

  const numbers = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    verdict: "genuine",
    id: encode(bytes.subarray(9, 25)),
    from: epoch + numbers.getUint32(25) * minute,
    until: epoch + numbers.getUint32(29) * minute,
  };
}

/** 128 random bits, base64url. */
export const randomKey = () => encode(crypto.getRandomValues(new Uint8Array(16)));

function decode(text) {
  if (!text.startsWith(prefix) || !/^[\w-]+$/.test(text.slice(prefix.length))) return null;
  try {
    const bytes = fromBase64Url(text.slice(prefix.length));
    return bytes.length === payloadLength + signatureLength ? bytes : null;
  } catch {
    return null;
  }
}

function fromBase64Url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}

function encode(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
