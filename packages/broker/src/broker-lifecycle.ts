/** A broker's life as its controller sees it (kafka.md: broker lifecycle): registered, unfenced, heard of, gone. */
import type { BrokerConfig } from '@millrace/config';
import { supportedFeatures } from '@millrace/metadata';
import type { Platform, Timer } from '@millrace/platform';
import { ErrorCode, errorName } from '@millrace/protocol';
import type { ControllerMachine } from './machines/controller-machine.js';

export interface AdvertisedListener {
  name: string;
  host: string;
  port: number;
}

const PLAINTEXT = 0;

export class BrokerLifecycle {
  readonly #platform: Platform;
  readonly #config: BrokerConfig;
  readonly #controller: ControllerMachine;
  readonly #clusterId: string;
  readonly #incarnationId: string;
  #timer: Timer | null = null;
  #epoch = -1;
  #stopped = false;

  constructor(platform: Platform, config: BrokerConfig, controller: ControllerMachine, clusterId: string) {
    this.#platform = platform;
    this.#config = config;
    this.#controller = controller;
    this.#clusterId = clusterId;
    this.#incarnationId = platform.random.uuid();
  }

  get epoch(): number {
    return this.#epoch;
  }

  /**
   * Makes the broker known and waits until it is unfenced.
   * @param previousEpoch from the clean-shutdown marker, -1 without one
   * @param directories ids of the log directories
   * @throws Error when the controller refuses
   */
  async start(
    listeners: readonly AdvertisedListener[],
    controllerListeners: readonly AdvertisedListener[],
    directories: readonly string[],
    previousEpoch: number,
  ): Promise<void> {
    this.#controller.endSession(this.#config.nodeId);
    await this.#registerController(controllerListeners);
    await this.#register(listeners, directories, previousEpoch);
    await this.#heartbeat(false);
    this.#scheduleHeartbeat();
  }

  /** Says goodbye, so that the controller fences this broker at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#heartbeat(true).catch((error: unknown) => {
      this.#platform.logger.warn('the controller could not be told of the shutdown', { error: String(error) });
    });
  }

  async #registerController(listeners: readonly AdvertisedListener[]): Promise<void> {
    const request = {
      controllerId: this.#config.nodeId,
      incarnationId: this.#incarnationId,
      zkMigrationReady: false,
      listeners: listeners.map((listener) => ({ ...listener, securityProtocol: PLAINTEXT })),
      features: supportedFeatures.map((feature) => ({ ...feature })),
    };
    await this.#controller.decide((controller) => controller.registerController(request));
  }

  async #register(listeners: readonly AdvertisedListener[], directories: readonly string[], previousEpoch: number): Promise<void> {
    const request = {
      brokerId: this.#config.nodeId,
      clusterId: this.#clusterId,
      incarnationId: this.#incarnationId,
      listeners: listeners.map((listener) => ({ ...listener, securityProtocol: PLAINTEXT })),
      features: supportedFeatures.map((feature) => ({ ...feature })),
      rack: this.#config.stringOrNull('broker.rack'),
      logDirs: [...directories].sort(),
      previousBrokerEpoch: previousEpoch,
    };
    const answer = await this.#controller.decide((controller, context) => controller.registerBroker(request, context));
    if (answer.errorCode !== ErrorCode.NONE) throw new Error(`the controller refused this broker: ${errorName(answer.errorCode)}`);
    this.#epoch = answer.brokerEpoch ?? -1;
  }

  async #heartbeat(wantShutDown: boolean): Promise<void> {
    const request = {
      brokerId: this.#config.nodeId,
      brokerEpoch: this.#epoch,
      currentMetadataOffset: this.#controller.image.offset,
      wantFence: false,
      wantShutDown,
    };
    const answer = await this.#controller.decide((controller, context) => controller.brokerHeartbeat(request, context));
    if (answer.errorCode !== ErrorCode.NONE) throw new Error(`the controller refused a heartbeat: ${errorName(answer.errorCode)}`);
  }

  #scheduleHeartbeat(): void {
    if (this.#stopped) return;
    const beat = () => {
      this.#heartbeat(false).then(
        () => this.#scheduleHeartbeat(),
        (error: unknown) => {
          this.#platform.logger.warn('a heartbeat failed', { error: String(error) });
          this.#scheduleHeartbeat();
        },
      );
    };
    this.#timer = this.#platform.timers.schedule(this.#config.int('broker.heartbeat.interval.ms'), beat, { keepAlive: false });
  }
}
