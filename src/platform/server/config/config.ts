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
  /** `XIANQU_SECURE_COOKIES`: `1` behind HTTPS. */
  readonly secureCookies: boolean
  /** `XIANQU_TRUST_PROXY`: `1` where a proxy of ours names the client's address. */
  readonly trustProxy: boolean
  /** `XIANQU_LOG`: pino's level. */
  readonly logLevel: string
  /** Processes whose end ends us; the bootstrap sets `XIANQU_STARTERS`. */
  readonly starters: readonly number[]
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Reads the environment; throws with the remedy where it makes no sense. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    port: portOf(env.PORT),
    host: env.XIANQU_HOST || '127.0.0.1',
    data: resolve(env.XIANQU_DATA || `${root}.xianqu`),
    databaseUrl: env.DATABASE_URL || undefined,
    county: resolve(env.XIANQU_COUNTY || `${root}counties/suichang`),
    secureCookies: env.XIANQU_SECURE_COOKIES === '1',
    trustProxy: env.XIANQU_TRUST_PROXY === '1',
    logLevel: env.XIANQU_LOG || 'info',
    starters: (env.XIANQU_STARTERS ?? '').split(',').filter(Boolean).map(Number),
  }
}

/** The clone's own folder, with a slash at its end. */
export const projectRoot = root

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT 应为 0 至 65535 的整数，现为“${text}”。PORT must be a whole number from 0 to 65535.`)
}
