/** The checker of the crash test is tested itself: whatever is wrong with a log, it finds. */
import { expect, test } from 'vitest';
import { PartitionLedger, type FoundRecord } from './partition-ledger.js';

/** Ten records of two senders, all acknowledged, and two that were sent and not answered. */
function ledgerOfTen(): PartitionLedger {
  const ledger = new PartitionLedger('orders-0');
  const values = goodLog().map(({ value }) => value);
  ledger.sent(values);
  ledger.acknowledged(0, values);
  ledger.sent(['a#5', 'b#5']);
  return ledger;
}

function goodLog(): FoundRecord[] {
  return Array.from({ length: 10 }, (_, offset) => ({ offset, value: `${offset % 2 === 0 ? 'a' : 'b'}#${Math.floor(offset / 2)}` }));
}

function renumbered(values: readonly string[]): FoundRecord[] {
  return values.map((value, offset) => ({ offset, value }));
}

const goodValues = goodLog().map(({ value }) => value);

test('a good log has no problems, with and without what was not answered', () => {
  expect(ledgerOfTen().problems(goodLog(), 0, 10)).toEqual([]);
  expect(ledgerOfTen().problems(renumbered([...goodValues, 'a#5', 'b#5']), 0, 12)).toEqual([]);
});

test.each<[string, FoundRecord[], number, string]>([
  ['a record is dropped and the rest moves up', renumbered(goodValues.toSpliced(4, 1)), 9, 'a#2 was acknowledged at offset 4, where b#2 is'],
  ['a record is dropped and leaves a hole', goodLog().toSpliced(4, 1), 10, 'a#2 was acknowledged at offset 4 and is not there'],
  ['a hole that nobody was promised', [...goodLog(), { offset: 11, value: 'a#5' }], 12, 'offset 11 (a#5) follows where 10 is expected'],
  ['the last record is lost', goodLog().slice(0, 9), 9, 'b#4 was acknowledged at offset 9 and is not there'],
  ['the end of the log is not readable', goodLog(), 11, 'the records end at offset 10, the log at 11'],
  ['a record is there twice', renumbered([...goodValues, 'b#4']), 11, 'b#4 is there twice, at offsets 9 and 10'],
  ['a record that was not answered is there twice', renumbered([...goodValues, 'a#5', 'a#5']), 12, 'a#5 is there twice, at offsets 10 and 11'],
  ['two records are swapped', renumbered(goodValues.with(2, 'a#2').with(4, 'a#1')), 10, 'a#1 was acknowledged at offset 2, where a#2 is'],
  ['two of a sender are swapped that were not promised a place', renumbered([...goodValues, 'a#6', 'a#5']), 12, 'a#5 at offset 11 comes after a#6'],
  ['everything is one offset too far', goodLog().map(({ offset, value }) => ({ offset: offset + 1, value })), 11, 'offset 1 (a#0) follows where 0 is expected'],
  ['a record is there that nobody sent', renumbered([...goodValues, 'c#0']), 11, 'c#0 at offset 10 was never sent'],
])('%s', (_name, found, endOffset, problem) => {
  const ledger = ledgerOfTen();
  ledger.sent(['a#6']);
  expect(ledger.problems(found, 0, endOffset)).toContain(`orders-0: ${problem}`);
});

test('one offset acknowledged for two records is found whatever the log has', () => {
  const ledger = ledgerOfTen();
  ledger.acknowledged(9, ['a#5']);
  ledger.acknowledged(9, ['b#4']);
  expect(ledger.problems(goodLog(), 0, 10)).toEqual([
    'orders-0: b#4 and a#5 were both acknowledged at offset 9', 'orders-0: a#5 and b#4 were both acknowledged at offset 9',
  ]);
});

test('what a power cut may have taken need not be there, but what is there must be right', () => {
  const ledger = ledgerOfTen();
  ledger.mayLoseFrom(6);
  expect(ledger.problems(goodLog().slice(0, 6), 0, 6)).toEqual([]);
  expect(ledger.problems(goodLog().slice(0, 8), 0, 8)).toEqual([]);
  expect(ledger.problems(goodLog().slice(0, 5), 0, 5)).toEqual(['orders-0: b#2 was acknowledged at offset 5 and is not there']);
  ledger.settle(goodLog().slice(0, 8));
  expect(ledger.problems(goodLog().slice(0, 8), 0, 8)).toEqual([]);
  expect(ledger.problems(goodLog().slice(0, 7), 0, 7)).toEqual(['orders-0: b#3 was acknowledged at offset 7 and is not there']);
});

test('what was to be deleted may be there or not', () => {
  const ledger = ledgerOfTen();
  ledger.mayLoseBefore(3);
  expect(ledger.problems(goodLog().slice(3), 3, 10)).toEqual([]);
  expect(ledger.problems(goodLog(), 0, 10)).toEqual([]);
  expect(ledger.problems(goodLog().slice(4), 4, 10)).toEqual(['orders-0: b#1 was acknowledged at offset 3 and is not there']);
});
