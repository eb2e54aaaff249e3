import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DraftMap } from '../src/group/classic/draft.js';

type Step = readonly ['set', string, number] | readonly ['delete', string] | readonly ['change', string, number];

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('set' as const), key, fc.nat()),
  fc.tuple(fc.constant('delete' as const), key),
  fc.tuple(fc.constant('change' as const), key, fc.nat()),
);

interface Box {
  value: number;
}

function take(map: Map<string, Box> | DraftMap<string, Box>, [what, name, value = 0]: Step): void {
  const there = map.get(name);
  if (what === 'set') map.set(name, { value });
  else if (what === 'delete') map.delete(name);
  else if (there !== undefined) there.value = value;
}

const contentOf = (map: Iterable<[string, Box]>): [string, number][] => [...map].map(([name, { value }]) => [name, value]);

test('a draft is what a Map would be, leaves its base alone, and settles into it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key), fc.array(step), fc.boolean(), (names, steps, looksBetween) => {
      const base = new Map(names.map((name, index) => [name, { value: index }]));
      const model = new Map(names.map((name, index) => [name, { value: index }]));
      const before = contentOf(base);
      const draft = new DraftMap(base, (box) => ({ ...box }));
      for (const one of steps) {
        take(draft, one);
        take(model, one);
        if (looksBetween) expect(contentOf(draft)).toEqual(contentOf(model));
        expect([draft.size, draft.has('a'), draft.get('b')?.value]).toEqual([model.size, model.has('a'), model.get('b')?.value]);
      }
      expect(contentOf(draft)).toEqual(contentOf(model));
      expect([...draft.keys()]).toEqual([...model.keys()]);
      expect([...draft.values()]).toEqual([...model.values()]);
      expect(contentOf(base)).toEqual(before);
      expect(contentOf(draft.settle())).toEqual(contentOf(model));
    }),
  );
});

test('what is there may be deleted while it is gone through', () => {
  const draft = new DraftMap(new Map([['a', 1], ['b', 2]]));
  draft.set('c', 3);
  const seen: string[] = [];
  for (const name of draft.keys()) {
    seen.push(name);
    draft.delete(name);
  }
  expect([seen, draft.size, [...draft.settle()]]).toEqual([['a', 'b', 'c'], 0, []]);
});
