import { getTextEncoding } from '@bufbuild/protobuf/wire';

/** Longer numbers stay as they are, and wrong. */
const MAX_DIGITS = 100;

/** The default of a proto2 field as descriptors write it: whole numbers in decimal, bytes in escapes, the rest as it is. */
export function defaultValueText(type: string, value: string): string {
  switch (type) {
    case 'bytes':
      return escapedBytes(value);
    case 'float':
    case 'double':
      return floatText(value);
    case 'int32':
    case 'int64':
    case 'uint32':
    case 'uint64':
    case 'sint32':
    case 'sint64':
    case 'fixed32':
    case 'fixed64':
    case 'sfixed32':
    case 'sfixed64':
      return wholeText(value);
    default:
      return value;
  }
}

/** The default of a field as a file says it, from what a descriptor says. */
export function defaultValueOfText(type: string, text: string): string {
  if (type !== 'bytes') return text;
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', f: '\f', v: '\v' };
  return text.replace(/\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|([^]))/g, (_, octal: string | undefined, hex: string | undefined, letter: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    return hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (letters[letter ?? ''] ?? letter ?? '');
  });
}

/** Characters up to U+00FF stand for themselves as bytes, as an escape gave them; others are UTF-8. */
export function escapedBytes(value: string): string {
  const codes = [...value].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code <= 0xff ? [code] : [...getTextEncoding().encodeUtf8(character)];
  });
  return codes.map(escapedByte).join('');
}

function escapedByte(code: number): string {
  if (code === 0x22 || code === 0x27 || code === 0x5c) return `\\${String.fromCharCode(code)}`;
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code);
  return { 9: '\\t', 10: '\\n', 13: '\\r' }[code] ?? `\\${code.toString(8).padStart(3, '0')}`;
}

function floatText(value: string): string {
  const number = Number(value);
  if (value === 'inf' || value === '-inf' || value === 'nan' || Number.isNaN(number)) return value;
  return String(number);
}

function wholeText(value: string): string {
  if (value.length > MAX_DIGITS) return value;
  const [, sign = '', digits = ''] = /^(-?)(.*)$/.exec(value) ?? [];
  if (/^0[0-7]+$/.test(digits)) return sign + String(BigInt(`0o${digits.slice(1)}`));
  return /^(?:0[xX][0-9a-fA-F]+|\d+)$/.test(digits) ? sign + String(BigInt(digits)) : value;
}
