/** Writes docs/configuration.md from the tables; needs a build. */
import { writeFileSync } from 'node:fs';
import { configurationPage } from '../dist/index.js';

writeFileSync(new URL('../../../docs/configuration.md', import.meta.url), configurationPage());
