/** The one queue of a simulation: what happens next, on which node, at which virtual time. */
import { TimerHeap, type Due } from '../timer-heap.js';

/** One life of a node, from start to crash. What belongs to a life that is over does not happen. */
export interface Life {
  readonly name: string;
  readonly number: number;
  alive: boolean;
  /** Until then the node is busy with a call that takes time, and hears nothing. */
  busyUntilMs: number;
}

export interface SimulatedEvent extends Due {
  dueMs: number;
  order: number;
  /** null: belongs to the world, not to a node. */
  readonly life: Life | null;
  readonly label: string;
  readonly run: () => void;
}

export class EventQueue {
  readonly #heap = new TimerHeap<SimulatedEvent>();
  #order = 0;
  /** Virtual milliseconds since the beginning. */
  nowMs = 0;

  get size(): number {
    return this.#heap.size;
  }

  at(dueMs: number, life: Life | null, label: string, run: () => void): SimulatedEvent {
    const event: SimulatedEvent = { dueMs: Math.max(dueMs, this.nowMs), order: this.#order++, heapIndex: -1, life, label, run };
    this.#heap.add(event);
    return event;
  }

  cancel(event: SimulatedEvent): void {
    this.#heap.remove(event);
  }

  /**
   * The next event that may happen by then, with the time moved to it; undefined when there is none.
   * Events of busy nodes wait; those of dead ones are dropped.
   */
  next(limitMs: number): SimulatedEvent | undefined {
    for (;;) {
      const event = this.#heap.peek();
      if (event === undefined || event.dueMs > limitMs) return undefined;
      this.#heap.remove(event);
      if (event.life !== null && !event.life.alive) continue;
      this.nowMs = event.dueMs;
      if (event.life === null || event.life.busyUntilMs <= event.dueMs) return event;
      // The order stays: what waits together happens in the order it was due.
      event.dueMs = event.life.busyUntilMs;
      this.#heap.add(event);
    }
  }

  /** The time a node sees: after the calls that made it busy. */
  localMs(life: Life): number {
    return Math.max(this.nowMs, life.busyUntilMs);
  }
}
