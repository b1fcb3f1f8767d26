// A filter as rules/sieve.py packs it: numbers in order, as gaps. Gives a function that says whether a
// hash (32 bits) is in it, or looks as if it were.

export function sieveFrom(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint8(0);
  const closeness = view.getUint8(1);
  const numbers = unpacked(bytes, closeness, new Uint32Array(view.getUint32(2)));
  return (hash) => has(numbers, width === 32 ? hash : hash >>> (32 - width));
}

function unpacked(bytes, closeness, numbers) {
  let place = 6 * 8;
  let last = 0;
  const bit = () => (bytes[place >> 3] >> (7 - (place++ & 7))) & 1;
  for (let at = 0; at < numbers.length; at++) {
    let quotient = 0;
    while (bit()) quotient++;
    let rest = 0;
    for (let turn = 0; turn < closeness; turn++) rest = (rest << 1) | bit();
    last += quotient * 2 ** closeness + rest;
    numbers[at] = last;
  }
  return numbers;
}

function has(numbers, wanted) {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] === wanted) return true;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
