/** What a new directory finalizes is in force from the first start on. */
import { Admin } from '@millrace/admin';
import { startBroker } from '@millrace/broker';
import { expect, it } from 'vitest';

it('finalizes metadata.version and kraft.version in a new cluster', async () => {
  const broker = await startBroker();
  const admin = new Admin({ bootstrapServers: broker.bootstrapServers });
  try {
    expect([...(await admin.describeFeatures()).finalized.keys()].toSorted()).toEqual(['kraft.version', 'metadata.version']);
  } finally {
    await admin.close();
    await broker.stop();
  }
});
