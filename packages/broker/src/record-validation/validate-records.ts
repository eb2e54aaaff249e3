/** Schema validation of a batch: only for topics that ask for it, record by record, before anything is appended (KIP-467 for the answer). */
import { ConfigResourceType } from '@millrace/metadata';
import { ErrorCode, ProtocolError, RecordReader, type RecordView } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import type { RecordPart, RecordProblem, RecordValidator } from './record-validator.js';

export interface RecordsRefused {
  readonly errorCode: number;
  readonly errorMessage: string;
  readonly recordErrors: readonly { readonly batchIndex: number; readonly batchIndexErrorMessage: string }[];
}

interface Rule {
  readonly part: RecordPart;
  readonly strategy: string | undefined;
}

const PARTS: readonly RecordPart[] = ['key', 'value'];

/** Null: nothing is wrong, or the topic does not ask. Damage is left to the append, which says better what it is. */
export function validateRecords(node: BrokerNode, topic: string, batch: Uint8Array): RecordsRefused | null {
  const settings = node.image.configValues(ConfigResourceType.TOPIC, topic);
  if (settings.size === 0) return null;
  const rules = rulesOf(settings);
  if (rules.length === 0) return null;
  const { recordValidator } = node;
  if (recordValidator === null) return refused(ErrorCode.INVALID_CONFIG, `Topic ${topic} asks for schema validation, and this broker has no schema registry: confluent.schema.registry.url is not set.`);
  try {
    return checkAll(recordValidator, topic, rules, batch, Number(settings.get('max.decompressed.message.bytes') ?? node.dynamicConfig.broker.int('max.decompressed.message.bytes')));
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

function rulesOf(settings: ReadonlyMap<string, string>): Rule[] {
  return PARTS.filter((part) => settings.get(`confluent.${part}.schema.validation`)?.toLowerCase() === 'true').map((part) => ({ part, strategy: settings.get(`confluent.${part}.subject.name.strategy`) }));
}

function checkAll(validator: RecordValidator, topic: string, rules: readonly Rule[], batch: Uint8Array, maxDecompressedBytes: number): RecordsRefused | null {
  const reader = new RecordReader(batch, { maxDecompressedBytes });
  if (!reader.nextBatch() || reader.isControl) return null;
  const recordErrors: { batchIndex: number; batchIndexErrorMessage: string }[] = [];
  let batchIndex = 0;
  for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord(), batchIndex++) {
    const problem = firstProblem(validator, topic, rules, record);
    if (problem === 'later') return refused(ErrorCode.REQUEST_TIMED_OUT, `The schemas of topic ${topic} are being fetched from the registry; try again.`);
    if (problem !== null) recordErrors.push({ batchIndex, batchIndexErrorMessage: problem.problem });
  }
  if (recordErrors.length === 0) return null;
  return { errorCode: ErrorCode.INVALID_RECORD, errorMessage: `${recordErrors.length} of ${batchIndex} records do not follow their schemas: ${recordErrors[0]?.batchIndexErrorMessage}`, recordErrors };
}

/** Without a key or a value there is nothing to look at: a tombstone is always taken. */
function firstProblem(validator: RecordValidator, topic: string, rules: readonly Rule[], record: RecordView): RecordProblem | 'later' | null {
  for (const { part, strategy } of rules) {
    const bytes = record[part];
    const problem = bytes === null ? null : validator.check(topic, part, bytes, record.headers, strategy);
    if (problem !== null) return problem;
  }
  return null;
}

function refused(errorCode: number, errorMessage: string): RecordsRefused {
  return { errorCode, errorMessage, recordErrors: [] };
}
