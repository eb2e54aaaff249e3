/** Numbers about the registry, for Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as MetricsRegistry } from 'prom-client';
import type { RegistryNode } from '../registry-node.js';

export class HttpMetrics {
  readonly #registry = new MetricsRegistry();
  readonly #requests: Counter<'method' | 'route' | 'status'>;
  readonly #seconds: Histogram<'method' | 'route'>;

  constructor(node: RegistryNode) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({ name: 'schema_registry_http_requests_total', help: 'Requests answered', labelNames: ['method', 'route', 'status'], registers });
    this.#seconds = new Histogram({
      name: 'schema_registry_http_request_seconds', help: 'How long requests took', labelNames: ['method', 'route'], registers,
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    });
    const gauges: readonly [string, string, () => number][] = [
      ['schema_registry_subjects', 'Subjects, those with only deleted versions included', () => node.registry.state.counts.subjects],
      ['schema_registry_versions', 'Versions of all subjects, deleted ones included', () => node.registry.state.counts.versions],
      ['schema_registry_schemas', 'Schemas that differ', () => node.registry.state.counts.contents],
      ['schema_registry_log_position', 'Offset of the next entry of the log', () => node.store.position],
      ['schema_registry_start_read_seconds', 'How long the log was read at the start', () => node.store.startMs / 1_000],
      ['schema_registry_leader', '1 when this instance leads', () => (node.leadership.kind === 'self' ? 1 : 0)],
      ['schema_registry_ready', '1 when all that was there at the start has been read', () => (node.isReady ? 1 : 0)],
    ];
    for (const [name, help, read] of gauges) {
      registers[0]?.registerMetric(new Gauge({ name, help, registers: [], collect() { this.set(read()); } }));
    }
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.#requests.inc({ method, route, status: String(status) });
    this.#seconds.observe({ method, route }, seconds);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
