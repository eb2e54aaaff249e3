/** Loads what is loaded on first use, since that takes real time, in which the simulation would go on. */
import { apiTable } from '@millrace/broker';
import { codecByName, ensureCodec } from '@millrace/protocol';

export async function warmUp(): Promise<void> {
  for (const api of apiTable) await api.load();
  for (const name of ['gzip', 'snappy', 'lz4', 'zstd']) await ensureCodec(codecByName(name)!.id);
}
