/** Hostile input from thousands of clients. */
import { describe } from 'vitest';
import { testHostileInput } from './hostile-suite.js';

describe('hostile input, much of it', () => {
  testHostileInput({ connections: 2_500, randomClients: 2_000, deafClients: 300, insatiableClients: 60, bombMebibytes: 100 });
});
