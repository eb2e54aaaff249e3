/** Schemas and the requests about them, as bytes: each subject has one schema, as topics mostly have. */
import type { RegistryWork } from '../load/jobs.js';

const FIELDS = 10;
const JSON_TYPE = 'application/vnd.schemaregistry.v1+json';

/** About 800 bytes of Avro, in the spelling in which a registry keeps it. */
export function schemaText(n: number): string {
  const fields = Array.from({ length: FIELDS }, (_, index) => ({
    name: `field_${index}_of_${n}`, type: index % 3 === 0 ? ['null', 'string'] : index % 3 === 1 ? 'long' : 'string', doc: `what number ${index} says`,
  }));
  return JSON.stringify({ type: 'record', name: `Event${n}`, namespace: 'com.example.events', fields });
}

export function subjectOf(n: number): string {
  return `events.number-${n}-value`;
}

/** What a registry keeps in its topic of schema n, which is the first version of its subject and has id n. */
export function logRecord(n: number): { key: string; value: string } {
  const subject = subjectOf(n);
  return {
    key: JSON.stringify({ keytype: 'SCHEMA', subject, version: 1, magic: 1 }),
    value: JSON.stringify({ subject, version: 1, id: n, schemaType: 'AVRO', schema: schemaText(n), deleted: false }),
  };
}

/** `count` requests, beginning with schema `from`. */
export function requestsOf(work: RegistryWork, { from, count }: { readonly from: number; readonly count: number }): Buffer[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(requestText(work, from + index)));
}

function requestText(work: RegistryWork, n: number): string {
  switch (work) {
    case 'by-id':
      return get(`/schemas/ids/${n}`);
    case 'latest':
      return get(`/subjects/${subjectOf(n)}/versions/latest`);
    case 'lookup':
      return post(`/subjects/${subjectOf(n)}`, { schema: schemaText(n) });
    case 'known':
    case 'new':
      return post(`/subjects/${subjectOf(n)}/versions`, { schema: schemaText(n) });
  }
}

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: registry\r\nAccept: ${JSON_TYPE}\r\n\r\n`;
}

function post(path: string, body: object): string {
  const text = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nHost: registry\r\nAccept: ${JSON_TYPE}\r\nContent-Type: ${JSON_TYPE}\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
}
