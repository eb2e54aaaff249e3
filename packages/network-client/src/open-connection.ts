/** Connects to a broker and agrees on versions with it (KIP-35, KIP-511). */
import { NetworkError } from '@millrace/platform';
import { ErrorCode, KafkaError, type Decoded } from '@millrace/protocol';
import { apiVersionsRequest, apiVersionsResponse, type ApiVersionsRequest, type ApiVersionsResponse } from '@millrace/protocol/messages/api-versions';
import { addressText, type BrokerAddress } from './address.js';
import { api, type Api } from './api.js';
import { BrokerConnection, type ConnectionSettings } from './broker-connection.js';
import { SupportedVersions } from './supported-versions.js';

/** Version 5 names the cluster and node that are expected there, which a bootstrap address does not know. */
const firstVersion = 4;
const softwareName = 'millrace';
const softwareVersion = '0.1.0';

export const apiVersions: Api<ApiVersionsRequest, ApiVersionsResponse> = api(apiVersionsRequest, apiVersionsResponse, { keepsBytes: false });

/** @throws NetworkError when there is no connection, KafkaError when the broker and this client have no version in common. */
export async function openConnection(address: BrokerAddress, settings: ConnectionSettings): Promise<BrokerConnection> {
  const { network } = settings.platform;
  const where = addressText(address);
  const socket = await network.connect({ host: address.host, port: address.port, timeoutMs: settings.connectTimeoutMs }).catch((error: unknown) => {
    const code = error instanceof NetworkError ? error.code : 'ECONNREFUSED';
    throw new NetworkError(code, `connecting to ${where}: ${(error as Error).message}`, error);
  });
  const connection = new BrokerConnection(address, settings, socket);
  try {
    connection.supported = new SupportedVersions(await negotiate(connection));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function negotiate(connection: BrokerConnection): Promise<Decoded<ApiVersionsResponse>> {
  const message = { clientSoftwareName: softwareName, clientSoftwareVersion: softwareVersion };
  let answer = await connection.sendVersion(apiVersions, message, firstVersion);
  if (answer.errorCode === ErrorCode.UNSUPPORTED_VERSION) {
    const range = answer.apiKeys.find((entry) => entry.apiKey === apiVersions.key);
    answer = await connection.sendVersion(apiVersions, message, Math.min(firstVersion, range?.maxVersion ?? 0));
  }
  if (answer.errorCode !== ErrorCode.NONE) throw new KafkaError(answer.errorCode, `ApiVersions to ${connection.where}`);
  return answer;
}
