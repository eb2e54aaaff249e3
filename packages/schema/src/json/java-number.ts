/** How Java writes numbers: canonical texts contain what Jackson made of them. */

/** `Double.toString` (Java 19 and later): shortest digits, but the nearest two of a number that one digit would do for, plain from 10^-3 up to 10^7, else with an exponent; always a digit after the point. */
export function javaDoubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0.0`;
  const [mantissa = '', exponentText = '0'] = twoDigitsOrMore(Math.abs(value)).split('e');
  const digits = mantissa.replace(/\.0$/, '').replace('.', '');
  const exponent = Number(exponentText);
  if (exponent < -3 || exponent >= 7) return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  return sign + withPoint(digits, exponent + 1, '0');
}

/** Only among the smallest doubles are the second digit and the exponent others than a zero's: 5e-324 is 4.9e-324. */
function twoDigitsOrMore(value: number): string {
  const shortest = value.toExponential();
  return /^\de/.test(shortest) ? value.toExponential(1) : shortest;
}

/** `BigDecimal.toString` of a decimal literal: keeps trailing zeros, takes an exponent below 10^-6 or with a negative scale. */
export function javaBigDecimalText(literal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal);
  if (match === null) return literal;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const scale = fraction.length - Number(exponentText);
  const adjusted = digits.length - 1 - scale;
  const minus = digits === '0'.repeat(digits.length) ? '' : sign;
  if (scale === 0) return minus + digits;
  if (scale > 0 && adjusted >= -6) return minus + withPoint(digits, digits.length - scale, '');
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return adjusted === 0 ? minus + mantissa : `${minus}${mantissa}E${adjusted < 0 ? '' : '+'}${adjusted}`;
}

/** `BigInteger.toString` of an integer literal: no minus before zero. */
export function javaIntegerText(literal: string): string {
  return literal === '-0' ? '0' : literal;
}

function withPoint(digits: string, pointAt: number, emptyFraction: string): string {
  if (pointAt <= 0) return `0.${'0'.repeat(-pointAt)}${digits}`;
  if (pointAt >= digits.length) return `${digits}${'0'.repeat(pointAt - digits.length)}.${emptyFraction}`;
  return `${digits.slice(0, pointAt)}.${digits.slice(pointAt)}`;
}

/** `Float.toString` of the nearest float: the fewest digits that still mean it. */
export function javaFloatText(value: number): string {
  const float = Math.fround(value);
  for (let digits = 2; digits < 9; digits++) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return javaDoubleText(short);
  }
  return javaDoubleText(Number(float.toPrecision(9)));
}
