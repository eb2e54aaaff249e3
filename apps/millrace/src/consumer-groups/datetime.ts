/** Times and durations on the command line, in ISO 8601. */
import { ToolError } from '../tool-error.js';

/** `2026-01-31T12:00:00.000`, with or without milliseconds and zone; without a zone it is UTC. */
export function epochMs(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(text);
  const [, day = '', time = '', zone = 'Z'] = match ?? [];
  const ms = isDay(day) ? Date.parse(day + time + (/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2'))) : Number.NaN;
  if (Number.isNaN(ms)) throw new ToolError(`${text} is not a time of the form yyyy-MM-ddTHH:mm:ss.sss`);
  return ms;
}

/** False for the 30th of February, which `Date` takes for the 2nd of March. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** `P1DT2H3M4.5S` in milliseconds; the whole and each part may have a sign. */
export function durationMs(text: string): number {
  const match = /^([+-]?)P(?=.)(?:([+-]?\d+)D)?(?:T(?=.)(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+(?:\.\d{1,9})?)S)?)?$/i.exec(text);
  if (match === null) throw new ToolError(`${text} is not a duration of the form PnDTnHnMnS`);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const ms = Math.round(((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
  return match[1] === '-' ? -ms : ms;
}
