import type { Decision, GroupConfig, GroupCoordinator } from '../../src/index.js';
import { Driver } from '../driver.js';

/** A driver whose log is committed later: answers wait for that, and what is not committed is lost when the partition moves. */
export class ReplicatedDriver extends Driver {
  readonly #make: (config: GroupConfig) => GroupCoordinator;
  readonly #release: (token: unknown, body: unknown) => void;
  readonly #answersAtOnce: boolean;
  #held: { endOffset: number; token: unknown; body: unknown }[] = [];
  #highWatermark = 0;

  constructor(
    make: (config: GroupConfig) => GroupCoordinator,
    release: (token: unknown, body: unknown) => void,
    config: Partial<GroupConfig>,
    answersAtOnce: boolean,
  ) {
    super(config);
    this.#make = make;
    this.#release = release;
    this.#answersAtOnce = answersAtOnce;
    this.coordinator = this.newCoordinator();
  }

  override newCoordinator(): GroupCoordinator {
    // The constructor above has not run yet when the parent's calls this.
    return #make in this ? this.#make(this.config) : super.newCoordinator();
  }

  override apply(decision: Decision): void {
    super.apply({ ...decision, responses: [] });
    const endOffset = this.log.length;
    for (const { token, body } of decision.responses) this.#held.push({ endOffset, token, body });
    if (this.#answersAtOnce || endOffset === this.#highWatermark) this.#send();
  }

  /** The followers have everything. */
  commit(): void {
    this.#highWatermark = this.log.length;
    this.#send();
  }

  override failOver(): void {
    this.#held = [];
    this.log.length = this.#highWatermark;
    super.failOver();
  }

  #send(): void {
    const sent = this.#answersAtOnce ? this.#held : this.#held.filter(({ endOffset }) => endOffset <= this.#highWatermark);
    this.#held = this.#held.filter((answer) => !sent.includes(answer));
    for (const { token, body } of sent) {
      if (this.answers.has(token)) throw new Error(`request ${String(token)} is answered twice`);
      this.answers.set(token, body);
      this.#release(token, body);
    }
  }
}
