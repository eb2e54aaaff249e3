/** A raw connection of the generator: pieces out, and what comes in to whoever cuts it into answers. */
import net from 'node:net';

/** Takes the next bytes of a stream; they are valid until it returns. */
export interface AnswerStream {
  feed(bytes: Uint8Array, length: number): void;
}

const READ_BUFFER_BYTES = 256 * 1024;

export class LoadConnection {
  readonly #socket: net.Socket;
  #failed: (error: Error) => void;

  private constructor(socket: net.Socket, failed: (error: Error) => void) {
    this.#socket = socket;
    this.#failed = failed;
    socket.on('error', (error) => this.#failed(error));
    socket.on('close', () => this.#failed(new Error('the connection was closed from the other side')));
  }

  /** `failed` hears of an error, an unexpected end, and of what `answers` throws. */
  static open(host: string, port: number, answers: AnswerStream, failed: (error: Error) => void): Promise<LoadConnection> {
    return new Promise((resolve, reject) => {
      const buffer = new Uint8Array(READ_BUFFER_BYTES);
      const callback = (length: number): boolean => {
        // All that one read leads to leaves in one write.
        socket.cork();
        try {
          answers.feed(buffer, length);
        } catch (error) {
          connection.#failed(error instanceof Error ? error : new Error(String(error)));
          socket.destroy();
        }
        socket.uncork();
        return true;
      };
      const socket = net.connect({ host, port, noDelay: true, onread: { buffer, callback } });
      const connection = new LoadConnection(socket, reject);
      socket.once('connect', () => {
        connection.#failed = failed;
        resolve(connection);
      });
    });
  }

  send(pieces: readonly Uint8Array[]): void {
    if (pieces.length === 1) {
      this.#socket.write(pieces[0]!);
      return;
    }
    this.#socket.cork();
    for (const piece of pieces) this.#socket.write(piece);
    this.#socket.uncork();
  }

  /** As `send`; false when the kernel takes no more for now, and then `drained` is called once it does. */
  push(bytes: Uint8Array, drained: () => void): boolean {
    if (this.#socket.write(bytes)) return true;
    this.#socket.once('drain', drained);
    return false;
  }

  close(): void {
    this.#failed = () => undefined;
    this.#socket.destroy();
  }
}
