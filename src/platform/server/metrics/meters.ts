import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of one process, for Prometheus. Labels name routes, channels and kinds: never a person, a unit or a thing. */
export type Meters = {
  /** Notes the answer to a request, under the route's template. */
  answered(answer: { readonly method: string; readonly route: string; readonly status: number; seconds: number }): void
  /** Notes an attempt to deliver something outward. */
  delivered(channel: string, outcome: 'sent' | 'failed' | 'dead'): void
  /** Adds a figure that is asked for whenever the page is read; one that cannot be had is left out. */
  gauge(asked: Asked): void
  /** The page, and its content type. */
  page(): Promise<{ readonly type: string; readonly text: string }>
}

/** A figure by its name, with one label at most. */
export type Asked = {
  readonly name: string
  readonly help: string
  readonly label?: string
  read(): Promise<readonly Reading[]> | readonly Reading[]
}

/** One value of a figure, and what its label says. */
export type Reading = { readonly value: number; readonly of?: string }

const secondsOfRequests = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Opens the meters of a process: its memory, event loop and collector by themselves, the rest as it happens. */
export function openMeters(): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'xianqu_http_request_seconds',
    help: 'Time from a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsOfRequests,
    registers,
  })
  const deliveries = new Counter({
    name: 'xianqu_deliveries_total',
    help: 'Attempts to deliver outward, by channel and how they ended',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  return {
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    delivered: (channel, outcome) => deliveries.inc({ channel, outcome }),
    gauge: (asked) => addGauge(registry, asked),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}

/** A figure that cannot be had (the database is away) is left out, so that an alarm on its absence goes off. */
function addGauge(registry: Registry, { name, help, label, read }: Asked): void {
  new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    async collect() {
      const readings = await Promise.resolve(read()).catch(() => [])
      this.reset()
      if (readings.length === 0 && label === undefined) this.remove()
      for (const { value, of } of readings) this.set(label === undefined ? {} : { [label]: of ?? '' }, value)
    },
  })
}
