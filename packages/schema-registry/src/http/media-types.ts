/** Which of the registry's types an answer has, and which a body may have. */
export const defaultType = 'application/vnd.schemaregistry.v1+json';

/** By preference, with Confluent's weights. */
const produced: readonly { type: string; weight: number }[] = [
  { type: defaultType, weight: 1 },
  { type: 'application/vnd.schemaregistry+json', weight: 0.9 },
  { type: 'application/json', weight: 0.5 },
];
const consumed: ReadonlySet<string> = new Set([...produced.map(({ type }) => type), 'application/octet-stream']);
/** Parts of an Accept header that are looked at. */
const mostAccepted = 32;

/** The best of what is accepted; undefined when nothing is. */
export function negotiatedType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return defaultType;
  if (accept === defaultType) return defaultType;
  let best: string | undefined;
  let bestWeight = 0;
  for (const part of accept.split(',', mostAccepted)) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = qualityOf(parameters);
    for (const { type, weight } of produced) {
      if (!matches(range, type) || quality * weight <= bestWeight) continue;
      best = type;
      bestWeight = quality * weight;
    }
  }
  return best;
}

/** Without a type a body counts as bytes, which are read as JSON. */
export function isConsumed(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType === '') return true;
  return consumed.has((contentType.split(';', 1)[0] ?? '').trim().toLowerCase());
}

export const consumedTypes: readonly string[] = [...consumed];

function matches(range: string, type: string): boolean {
  return range === type || range === '*/*' || range === 'application/*';
}

function qualityOf(parameters: readonly string[]): number {
  const text = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = text === undefined ? 1 : Number(text);
  return Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0;
}
