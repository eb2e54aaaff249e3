/**
 * TCP over node:net. Reading into a reused buffer (`onread`) costs less than half of 'data' events, but net.createServer
 * ignores it: so an accepted handle is taken from its socket and wrapped in a new one. Where there is no such handle
 * (Bun, Deno) the socket stays and 'data' events serve.
 */
import net from 'node:net';
import { NetworkError } from '../network-error.js';
import { writeHighWaterBytes, type Connection, type ConnectOptions, type Listener, type ListenOptions, type Network } from '../network.js';
import type { Timers } from '../timers.js';
import { networkFailure } from './network-failure.js';
import { NodeConnection, type Wire } from './node-connection.js';

/** Every connection reads into this one: a view is used up before the next read begins. */
const readBufferBytes = 262_144;
let readBuffer: Uint8Array | null = null;

const isBareNode: boolean = !('bun' in process.versions) && !('deno' in process.versions);

export interface NodeNetworkOptions {
  /** Reading into a reused buffer: default where the runtime can. */
  reuseBuffer?: boolean;
}

function socketOptions(wire: Omit<Wire, 'socket'>): net.SocketConstructorOpts {
  readBuffer ??= new Uint8Array(new ArrayBuffer(readBufferBytes));
  const options = {
    writableHighWaterMark: writeHighWaterBytes,
    onread: {
      buffer: readBuffer,
      callback: (count: number, buffer: Uint8Array): boolean => {
        wire.deliver(buffer.subarray(0, count));
        return true;
      },
    },
  };
  return (wire.reusesBuffer ? options : { writableHighWaterMark: writeHighWaterBytes }) as net.SocketConstructorOpts;
}

const notStarted = (): void => {
  throw new Error('bytes arrived before the connection was started');
};

/** Moves the handle of an accepted, paused socket into one that reads into the reused buffer. */
function rewrap(accepted: net.Socket, reuseBuffer: boolean): Wire {
  const owner = accepted as net.Socket & { _handle?: object | null };
  const handle = owner._handle;
  if (!reuseBuffer || handle === undefined || handle === null) {
    return { socket: accepted, reusesBuffer: false, deliver: notStarted };
  }
  // Without its handle the old socket only leaves the server's books; the connection is the new one's.
  owner._handle = null;
  accepted.on('error', () => {});
  accepted.destroy();
  const wire: Omit<Wire, 'socket'> = { reusesBuffer: true, deliver: notStarted };
  const socket = new net.Socket({ ...socketOptions(wire), handle, pauseOnCreate: true } as net.SocketConstructorOpts);
  return Object.assign(wire, { socket });
}

function listen(reuseBuffer: boolean, options: ListenOptions, accept: (connection: Connection) => void): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = net.createServer({ pauseOnConnect: true, highWaterMark: writeHighWaterBytes }, (accepted) => {
      const wire = rewrap(accepted, reuseBuffer);
      if (wire.socket.remoteAddress === undefined) {
        wire.socket.on('error', () => {}).destroy(); // gone before it was accepted
        return;
      }
      accept(new NodeConnection(wire));
    });
    server.once('error', (error) => reject(networkFailure(error)));
    const { host, port, backlog } = options;
    server.listen({ port, ...(host === '' ? {} : { host }), ...(backlog === undefined ? {} : { backlog }) }, () => {
      const address = server.address() as net.AddressInfo;
      // Failing to accept one connection (too many open files) is no reason to end.
      server.on('error', () => {});
      resolve({ host: options.host, port: address.port, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: net.Server): Promise<void> {
  return new Promise((resolve) => {
    // Not the callback of close: it waits for connections that were not re-wrapped.
    server.close(() => {});
    setImmediate(resolve);
  });
}

function connect(timers: Timers, reuseBuffer: boolean, options: ConnectOptions): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const partial: Omit<Wire, 'socket'> = { reusesBuffer: reuseBuffer, deliver: notStarted };
    const socket = new net.Socket(socketOptions(partial));
    const where = `${options.host}:${options.port}`;
    const late = options.timeoutMs === undefined ? null : timers.schedule(options.timeoutMs, () => {
      socket.destroy(new NetworkError('ETIMEDOUT', `no connection to ${where} within ${options.timeoutMs} ms`));
    });
    const fail = (error: Error): void => {
      late?.cancel();
      reject(networkFailure(error));
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      late?.cancel();
      socket.off('error', fail);
      resolve(new NodeConnection(Object.assign(partial, { socket })));
    });
    socket.pause();
    socket.connect({ host: options.host, port: options.port });
  });
}

export function nodeNetwork(timers: Timers, options: NodeNetworkOptions = {}): Network {
  const reuseBuffer = options.reuseBuffer ?? isBareNode;
  return {
    listen: (where, accept) => listen(reuseBuffer, where, accept),
    connect: (where) => connect(timers, reuseBuffer, where),
  };
}
