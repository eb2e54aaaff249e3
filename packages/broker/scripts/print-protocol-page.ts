import { writeFileSync } from 'node:fs';
import { protocolPage } from './protocol-page.js';

writeFileSync(new URL('../../../docs/protocol.md', import.meta.url), protocolPage());
