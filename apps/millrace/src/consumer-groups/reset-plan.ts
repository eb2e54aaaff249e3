/** The CSV of `--export` and `--from-file`: `topic,partition,offset`, with the group in front when there are several. */
import { ToolError } from '../tool-error.js';
import type { NewOffset } from './new-offsets.js';

export function resetPlanLine(groupId: string | null, { topic, partition, offset }: NewOffset): string {
  return [...(groupId === null ? [] : [quoted(groupId)]), quoted(topic), partition, offset].join(',');
}

/** Offsets by group. Lines without a group are for the only one asked for. */
export function parseResetPlan(text: string, groupIds: readonly string[]): Map<string, NewOffset[]> {
  const plan = new Map<string, NewOffset[]>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const fields = fieldsOf(line);
    const [groupId, topic, partition, offset] = fields.length === 3 && groupIds.length === 1 ? [groupIds[0], ...fields] : fields;
    if (fields.length > 4 || groupId === undefined || topic === undefined || !isNumber(partition) || !isNumber(offset)) {
      throw new ToolError(`line ${index + 1} of the reset plan is not ${groupIds.length === 1 ? 'topic,partition,offset' : 'group,topic,partition,offset'}: ${line}`);
    }
    plan.set(groupId, [...(plan.get(groupId) ?? []), { topic, partition: Number(partition), offset: Number(offset) }]);
  }
  return plan;
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,15}$/.test(text);
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?=,|$)/g)].map((match) => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
}

function quoted(text: string): string {
  return /[",\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
