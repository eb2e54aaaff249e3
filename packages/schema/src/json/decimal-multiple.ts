/** Largest power of ten that is worked with exactly. */
const MAX_EXACT_DIGITS = 400;

/** Whether one decimal is a multiple of another, exactly: Confluent cuts them to whole numbers and fails on those below one. */
export function isMultiple(of: string, divisor: string): boolean {
  const [a, b] = [decimalOf(of), decimalOf(divisor)];
  const scale = Math.max(a.scale, b.scale);
  if (scale - Math.min(a.scale, b.scale) > MAX_EXACT_DIGITS) return false;
  const [whole, part] = [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale)];
  return part !== 0n && whole % part === 0n;
}

function decimalOf(text: string): { readonly digits: bigint; readonly scale: number } {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).slice(0, MAX_EXACT_DIGITS);
  return { digits: BigInt(digits), scale: fraction.length - Number(exponent) };
}
