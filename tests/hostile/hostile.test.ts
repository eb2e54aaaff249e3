/** Hostile input in numbers that take seconds; `hostile.long.test.ts` has thousands. */
import { describe } from 'vitest';
import { testHostileInput } from './hostile-suite.js';

describe('hostile input', () => {
  testHostileInput({ connections: 300, randomClients: 100, deafClients: 20, insatiableClients: 6, bombMebibytes: 16 });
});
