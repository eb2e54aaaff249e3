/** Times and durations on the command line, in ISO 8601. */
import { ToolError } from '../tool-error.js';

/** `2026-01-31T12:00:00.000`, with or without milliseconds and zone; without a zone it is UTC. */
export function epochMs(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(text);
  const zone = match?.[2] ?? 'Z';
  const ms = match === null ? Number.NaN : Date.parse(`${match[1]}${/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(ms)) throw new ToolError(`${text} is not a time of the form yyyy-MM-ddTHH:mm:ss.sss`);
  return ms;
}

/** `P1DT2H3M4.5S` in milliseconds. */
export function durationMs(text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text);
  if (match === null) throw new ToolError(`${text} is not a duration of the form PnDTnHnMnS`);
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.round((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000);
}
