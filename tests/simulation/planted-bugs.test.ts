import { testThatTheseAreFound } from './finding-bugs.js';
import { plantedBugs } from './planted-bugs.js';

testThatTheseAreFound(plantedBugs.filter(({ takesManySeeds }) => takesManySeeds !== true));
