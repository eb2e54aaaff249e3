/** Days, times and local date-times as text and numbers, for every year that the numbers reach; `Date` ends at ±8.64e15 ms. */

export const DAY_MS = 86_400_000;

/** `2026-08-22`; years beyond four digits with a sign, as in ISO 8601. */
export function dayText(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

/** @throws RangeError for what is no day */
export function epochDayOf(text: string): number {
  const match = /^([+-]\d{5,7}|\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new RangeError(`${JSON.stringify(text)} is no day such as 2026-08-22`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const epochDay = epochDayOfCivil(year, month, day);
  const back = civilOf(epochDay);
  if (back.year !== year || back.month !== month || back.day !== day) throw new RangeError(`${JSON.stringify(text)} is no day of the calendar`);
  return epochDay;
}

/** `10:11:12.123`, with as many digits behind the point as the unit has. */
export function timeText(units: number, digits: 3 | 6): string {
  const perSecond = 10 ** digits;
  if (!Number.isInteger(units) || units < 0 || units >= 86_400 * perSecond) throw new RangeError(`${units} is no time of a day`);
  const seconds = Math.floor(units / perSecond);
  const fraction = String(units % perSecond).padStart(digits, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}

/** @throws RangeError for what is no time, or one with more digits than the unit has */
export function timeUnitsOf(text: string, digits: 3 | 6 | 9): number {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/.exec(text);
  if (match === null) throw new RangeError(`${JSON.stringify(text)} is no time such as 10:11:12`);
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) throw new RangeError(`${JSON.stringify(text)} is no time of a day`);
  const fraction = (match[4] ?? '').padEnd(9, '0');
  if (/[1-9]/.test(fraction.slice(digits))) throw new RangeError(`${JSON.stringify(text)} has more than ${digits} digits of a second`);
  return (hour * 3600 + minute * 60 + second) * 10 ** digits + Number(fraction.slice(0, digits));
}

/** `2026-08-22T10:11:12.123`, without a zone. */
export function localText(units: bigint, digits: 3 | 6 | 9): string {
  const perDay = 86_400n * 10n ** BigInt(digits);
  const inDay = ((units % perDay) + perDay) % perDay;
  const epochDay = Number((units - inDay) / perDay);
  const perSecond = 10n ** BigInt(digits);
  const time = timeText(Number(inDay / perSecond) * 1000, 3).slice(0, 8);
  return `${dayText(epochDay)}T${time}.${String(inDay % perSecond).padStart(digits, '0')}`;
}

/** @throws RangeError for what is no local date-time */
export function localUnitsOf(text: string, digits: 3 | 6 | 9): bigint {
  const split = text.indexOf('T');
  if (split < 0) throw new RangeError(`${JSON.stringify(text)} is no local date-time such as 2026-08-22T10:11:12`);
  return BigInt(epochDayOf(text.slice(0, split))) * 86_400n * 10n ** BigInt(digits) + BigInt(timeUnitsOf(text.slice(split + 1), digits));
}

/** The Gregorian calendar without end: years counted from March, in eras of 400 years. */
function civilOf(epochDay: number): { year: number; month: number; day: number } {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function epochDayOfCivil(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
