import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the surroundings say; the environment is read here and nowhere else in the product. */
export type Config = {
  /** `PORT`: 0 for any free one; undefined for 8080 or, where that is taken, a free one. */
  readonly port: number | undefined
  /** `XIANQU_HOST`: the address to listen on, this machine alone unless it says otherwise. */
  readonly host: string
  /** `XIANQU_DATA`: the data folder. */
  readonly data: string
  /** `DATABASE_URL`: one's own PostgreSQL; the embedded one where it is not given. */
  readonly databaseUrl: string | undefined
  /** `XIANQU_COUNTY`: the folder of the county pack. */
  readonly county: string
  /**
   * `XIANQU_DEMO`: of a demonstration county, `stories` for its scripts alone, `county` for the whole county played behind them, a
   * number for so many of its projects.
   */
  readonly demo: 'stories' | 'county' | number
  /** `XIANQU_SECURE_COOKIES`: `1` behind HTTPS. */
  readonly secureCookies: boolean
  /** `XIANQU_TRUST_PROXY`: how many proxies of ours stand in front, each naming the address that it was asked from; 0 for none. */
  readonly proxies: number
  /** `XIANQU_LOG`: pino's level. */
  readonly logLevel: string
  /** `XIANQU_METRICS_PORT`: where this process tells its figures; 0 for any free one, undefined for nowhere. */
  readonly metricsPort: number | undefined
  /** `XIANQU_METRICS_HOST`: the address of that port, this machine alone unless it says otherwise. */
  readonly metricsHost: string
  /** `XIANQU_METRICS_TOKEN`: a bearer token that readers of the figures must show. */
  readonly metricsToken: string | undefined
  /** `XIANQU_TRACES_URL`: the OTLP address over HTTP that traces are sent to; undefined for nowhere. */
  readonly tracesUrl: string | undefined
  /** `XIANQU_TRACES_TOKEN`: a bearer token for that address. */
  readonly tracesToken: string | undefined
  /** `XIANQU_TRACES_SHARE`: the share of traces that is kept, 0 to 1. */
  readonly tracesShare: number
  /** Processes whose end ends us; the bootstrap sets `XIANQU_STARTERS`. */
  readonly starters: readonly number[]
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Reads the environment; throws with the remedy where it makes no sense. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    port: portOf('PORT', env.PORT),
    host: env.XIANQU_HOST || '127.0.0.1',
    data: resolve(env.XIANQU_DATA || `${root}.xianqu`),
    databaseUrl: env.DATABASE_URL || undefined,
    county: resolve(env.XIANQU_COUNTY || `${root}counties/suichang`),
    demo: demoOf(env.XIANQU_DEMO),
    secureCookies: env.XIANQU_SECURE_COOKIES === '1',
    proxies: proxiesOf(env.XIANQU_TRUST_PROXY),
    logLevel: env.XIANQU_LOG || 'info',
    metricsPort: portOf('XIANQU_METRICS_PORT', env.XIANQU_METRICS_PORT),
    metricsHost: env.XIANQU_METRICS_HOST || '127.0.0.1',
    metricsToken: env.XIANQU_METRICS_TOKEN || undefined,
    tracesUrl: env.XIANQU_TRACES_URL || undefined,
    tracesToken: env.XIANQU_TRACES_TOKEN || undefined,
    tracesShare: shareOf(env.XIANQU_TRACES_SHARE),
    starters: (env.XIANQU_STARTERS ?? '').split(',').filter(Boolean).map(Number),
  }
}

/** The surroundings of a process that is started to end with us: ours, and us among its starters. */
export function environmentOfChild({ starters }: Config): Readonly<Record<string, string | undefined>> {
  return { ...process.env, XIANQU_STARTERS: [...starters, process.pid].join(',') }
}

/** The clone's own folder, with a slash at its end. */
export const projectRoot = root

function portOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`${name} 应为 0 至 65535 的整数，现为“${text}”。${name} must be a whole number from 0 to 65535.`)
}

function proxiesOf(text: string | undefined): number {
  const proxies = Number(text || 0)
  if (Number.isInteger(proxies) && proxies >= 0 && proxies <= 9) return proxies
  throw new Error(
    `XIANQU_TRUST_PROXY 应为前面代理的层数（0 至 9），现为“${text}”。XIANQU_TRUST_PROXY must be the number of proxies in front, 0 to 9.`,
  )
}

function shareOf(text: string | undefined): number {
  const share = Number(text || 1)
  if (share >= 0 && share <= 1) return share
  throw new Error(`XIANQU_TRACES_SHARE 应为 0 到 1，现为“${text}”。XIANQU_TRACES_SHARE must be a number from 0 to 1.`)
}

function demoOf(text: string | undefined): Config['demo'] {
  if (text === undefined || text === '' || text === 'county') return 'county'
  if (text === 'stories') return 'stories'
  const projects = Number(text)
  if (Number.isInteger(projects) && projects > 0) return projects
  throw new Error(
    `XIANQU_DEMO 应为 stories、county 或项目个数，现为“${text}”。XIANQU_DEMO must be stories, county or a number of projects.`,
  )
}
