/** Decimals as text, `-12.30`: no digit is lost, and none is made up. On the wire they are two's complement, most significant byte first. */

/** The text of an unscaled number. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** @throws RangeError for what is no decimal, or does not fit into scale and precision */
export function unscaledOf(text: string, precision: number, scale: number): bigint {
  const { unscaled, scale: given } = decimalOf(text);
  if (given > scale) {
    const cut = 10n ** BigInt(given - scale);
    if (unscaled % cut !== 0n) throw new RangeError(`${text} has more than ${scale} digits behind the point`);
    return checkPrecision(unscaled / cut, precision, text);
  }
  return checkPrecision(unscaled * 10n ** BigInt(scale - given), precision, text);
}

/** The digits and where the point stands. */
export function decimalOf(text: string): { unscaled: bigint; scale: number } {
  const match = /^([+-]?)(\d{1,1000})(?:\.(\d{1,1000}))?$/.exec(text);
  if (match === null) throw new RangeError(`${JSON.stringify(text)} is no decimal such as 12.30`);
  const fraction = match[3] ?? '';
  const unscaled = BigInt(`${match[2]}${fraction}`);
  return { unscaled: match[1] === '-' ? -unscaled : unscaled, scale: fraction.length };
}

function checkPrecision(unscaled: bigint, precision: number, text: string): bigint {
  if (unscaled >= 10n ** BigInt(precision) || unscaled <= -(10n ** BigInt(precision))) throw new RangeError(`${text} has more than ${precision} digits`);
  return unscaled;
}

/** The fewest bytes, or exactly `size`. */
export function twosComplement(value: bigint, size?: number): Uint8Array {
  const length = size ?? byteLength(value);
  const bytes = new Uint8Array(length);
  let rest = BigInt.asUintN(length * 8, value);
  for (let i = length - 1; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}

export function fromTwosComplement(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

function byteLength(value: bigint): number {
  const bits = (value < 0n ? ~value : value).toString(2).length + (value === 0n || value === -1n ? 0 : 1);
  return Math.max(1, Math.ceil(bits / 8));
}
