import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  adminTable,
  brokerQuotas,
  brokerTable,
  checkValue,
  clientMetricsTable,
  consumerTable,
  groupTable,
  ipQuotas,
  parseValue,
  producerTable,
  settingsTable,
  topicTable,
  userAndClientQuotas,
  type Setting,
} from '@millrace/config';

interface Reference {
  name: string;
  type: string;
  default?: string | null;
  required?: boolean;
  validator?: string;
  importance: string;
  update?: string;
  serverSynonyms?: { name: string; times?: number }[];
}

// Facts taken from Apache Kafka 4.4.0 by program.
const reference = JSON.parse(readFileSync(new URL('./kafka-4.4-settings.json', import.meta.url), 'utf8')) as Record<string, Reference[]>;

const tables = {
  broker: brokerTable,
  topic: topicTable,
  group: groupTable,
  clientMetrics: clientMetricsTable,
  producer: producerTable,
  consumer: consumerTable,
  admin: adminTable,
  userAndClientQuota: settingsTable(userAndClientQuotas),
  ipQuota: settingsTable(ipQuotas),
  brokerQuota: settingsTable(brokerQuotas),
};

describe.each(Object.entries(tables))('the table of %s', (kind, table) => {
  const expected = reference[kind] ?? [];

  it('has exactly the settings of Kafka 4.4, and our own', () => {
    const ours = [...table.keys()].filter((name) => !/^(millrace|confluent)\./.test(name));
    expect(ours.toSorted()).toEqual(expected.map((setting) => setting.name).toSorted());
  });

  it.each(expected)('declares $name as Kafka does', (setting) => {
    const ours = table.get(setting.name);
    expect(ours).toMatchObject({ type: setting.type, importance: setting.importance, default: setting.default ?? null });
    expect(ours?.check).toEqual(setting.validator);
    expect(ours?.update).toEqual(setting.update);
    expect(ours?.required ?? false).toBe(setting.required ?? false);
    if (setting.serverSynonyms) expect(ours?.serverSynonyms).toEqual(setting.serverSynonyms);
  });

  it('has defaults that parse, pass their check and print as given', () => {
    for (const setting of table.values()) {
      const result = parseValue(setting, setting.default);
      expect({ name: setting.name, ...result }).toMatchObject({ ok: true, parsed: { text: setting.default } });
    }
  });

  it('says one sentence about each', () => {
    for (const { name, doc } of table.values()) expect(`${name}: ${doc}`).toMatch(/^\S+: [A-Z`'\d].*\.$/);
  });

  it('refuses a bad value of each type with what is allowed', () => {
    for (const setting of table.values()) {
      if (!['BOOLEAN', 'INT', 'SHORT', 'LONG', 'DOUBLE'].includes(setting.type)) continue;
      expect(parseValue(setting, 'many')).toMatchObject({ ok: false, allowed: expect.any(String) as string });
    }
  });
});

const row = (type: Setting['type'], check?: string): Setting => ({ name: 'x', type, default: null, importance: 'LOW', doc: '', ...(check === undefined ? {} : { check }) });

describe('values by type', () => {
  it.each([
    ['BOOLEAN', 'TRUE', true, 'true'],
    ['INT', ' +0012 ', 12, '12'],
    ['INT', '-2147483648', -2147483648, '-2147483648'],
    ['LONG', '9223372036854775807', 2 ** 63, '9223372036854775807'],
    ['DOUBLE', '1e9', 1e9, '1.0E9'],
    ['DOUBLE', '1', 1, '1.0'],
    ['DOUBLE', '.5', 0.5, '0.5'],
    ['LIST', ' a , b,c ', ['a', 'b', 'c'], 'a,b,c'],
    ['LIST', '', [], ''],
    ['STRING', '  text ', 'text', 'text'],
  ] as const)('%s %j', (type, text, value, printed) => {
    expect(parseValue(row(type), text)).toEqual({ ok: true, parsed: { value, text: printed } });
  });

  it.each([
    ['BOOLEAN', 'yes', 'Expected value to be either true or false'],
    ['INT', '2147483648', 'Not a number of type INT'],
    ['INT', '1.0', 'Not a number of type INT'],
    ['INT', '', 'Not a number of type INT'],
    ['SHORT', '32768', 'Not a number of type SHORT'],
    ['LONG', '9223372036854775808', 'Not a number of type LONG'],
    ['LONG', '1'.repeat(5000), 'Not a number of type LONG'],
    ['DOUBLE', 'half', 'Not a number of type DOUBLE'],
  ] as const)('refuses %s %j', (type, text, reason) => {
    expect(parseValue(row(type), text)).toMatchObject({ ok: false, reason });
  });
});

describe('checks in the notation of Kafka', () => {
  it.each([
    ['[1,...,9] or -1', 9, null],
    ['[1,...,9] or -1', -1, null],
    ['[1,...,9] or -1', 0, 'Value must be at least 1'],
    ['[0,...,0.5]', 0.6, 'Value must be no more than 0.5'],
    ['[-131072,...,22]', -131073, 'Value must be at least -131072'],
    ['[compact, delete]', ['compact', 'delete'], null],
    ['[compact, delete]', ['compact', 'x'], 'String must be one of: compact, delete'],
    ['(case insensitive) [FULL, INCREMENTAL]', 'full', null],
    ['(case insensitive) [FULL, INCREMENTAL]', 'half', 'String must be one of (case insensitive): FULL, INCREMENTAL'],
    ['[latest, earliest, by_duration:PnDTnHnMn.nS]', 'by_duration:PT1H', null],
    ['[latest, earliest, by_duration:PnDTnHnMn.nS]', 'by_duration:1h', 'String must be one of: latest, earliest, by_duration:PnDTnHnMn.nS'],
    ['non-empty string', '', 'String must be non-empty'],
    ['[partitionId]:[brokerId],[partitionId]:[brokerId],...', ['0:1', '1:2'], null],
    ['[partitionId]:[brokerId],[partitionId]:[brokerId],...', ['*'], null],
    ['[partitionId]:[brokerId],[partitionId]:[brokerId],...', ['0'], 'Value must be * or a list of partition:broker pairs'],
  ])('%s of %j', (check, value, expected) => {
    expect(checkValue(check, value)).toBe(expected);
  });
});
