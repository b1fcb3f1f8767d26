// The little of the curve P-256 that the browser's own cryptography does not offer: a point from its
// x, and the inverse of a secret. Multiplying is left to the browser, which is a hundred times faster.

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const BASE = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
];

export function numberOf(bytes) {
  let hex = "0x";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}

export function bytesOf(number) {
  const hex = number.toString(16).padStart(64, "0");
  return Uint8Array.from({ length: 32 }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

// The point with this x as the browser reads it (04, x, y); undefined where the curve has none.
export function pointWith(bytes) {
  const x = numberOf(bytes);
  if (x >= P) return undefined;
  const square = ((((x * x) % P) * x) % P + 3n * (P - x) + B) % P;
  const y = rootOf(square);
  if ((y * y) % P !== square) return undefined;
  const point = new Uint8Array(65);
  point[0] = 4;
  point.set(bytes, 1);
  point.set(bytesOf(y), 33);
  return point;
}

// square ** ((P + 1) / 4), by the few ones and zeros of that exponent.
function rootOf(square) {
  const doubled = (number, times) => {
    for (let turn = 0; turn < times; turn++) number = (number * number) % P;
    return number;
  };
  let ones = square;
  for (const many of [1, 2, 4, 8, 16]) ones = (doubled(ones, many) * ones) % P;
  const upper = (doubled(ones, 32) * square) % P;
  return doubled((doubled(upper, 96) * square) % P, 94);
}

// A secret and its inverse, each as a private key of the browser's for multiplying points.
export async function secretAndInverse() {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const made = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const { d } = await crypto.subtle.exportKey("jwk", made.privateKey);
  const inverse = inverseOf(numberOf(unpacked(d)), ORDER);
  const [x, y] = multiplied(BASE, inverse).map((one) => packed(bytesOf(one)));
  const jwk = { kty: "EC", crv: "P-256", d: packed(bytesOf(inverse)), x, y };
  return { on: made.privateKey, off: await crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]) };
}

// x of the point multiplied by the key.
export async function times(key, point) {
  const other = await crypto.subtle.importKey("raw", point, { name: "ECDH", namedCurve: "P-256" }, false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: other }, key, 256));
}

function inverseOf(number, modulus) {
  let [a, b, x, y] = [((number % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (b) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

// Once in a session, so simply: doubling and adding.
function multiplied(point, by) {
  let sum;
  for (; by; by >>= 1n, point = added(point, point)) if (by & 1n) sum = sum ? added(sum, point) : point;
  return sum;
}

function added([x1, y1], [x2, y2]) {
  const slope = x1 === x2 ? (3n * x1 * x1 - 3n) * inverseOf(2n * y1, P) : (y2 - y1) * inverseOf(x2 - x1, P);
  const x = (((slope * slope - x1 - x2) % P) + P) % P;
  return [x, (((slope * (x1 - x) - y1) % P) + P) % P];
}

const packed = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const unpacked = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
