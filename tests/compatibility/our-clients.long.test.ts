/** Our clients on our broker, or on the one named by MILLRACE_TEST_BOOTSTRAP. */
import { describe } from 'vitest';
import { startBrokerUnderTest } from './broker-under-test.js';
import { testOurClients } from './our-clients-suite.js';

describe('our clients on our broker', () => {
  testOurClients(async () => {
    const broker = await startBrokerUnderTest();
    return { bootstrapServers: broker.bootstrap, stop: () => broker.stop() };
  });
});
