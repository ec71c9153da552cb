import { countMessages } from '#platform/server/deliveries/index.ts'
import { type Meters, openMeters, type Reading } from '#platform/server/metrics/index.ts'
import type { Platform } from './assemble.ts'
import { type Lags, readLags, secondsSince } from './lags.ts'

/** The meters of a process, with what can be asked of the platform itself. */
export function metersOf(platform: Platform): Meters {
  const meters = openMeters()
  const { clock } = platform.services
  const lags = (read: (lags: Lags, now: Date) => readonly Reading[]) => async () =>
    read(await readLags(platform), clock.now())
  meters.gauge({
    name: 'xianqu_sealing_lag_seconds',
    help: 'Since when the oldest entry has waited for the seal',
    read: lags(({ sealing }, now) => [{ value: secondsSince(sealing.oldestWaitingSince, now) }]),
  })
  meters.gauge({
    name: 'xianqu_sealing_waiting',
    help: 'Entries that wait for the seal, counted up to 10,000',
    read: lags(({ sealing }) => [{ value: sealing.waiting }]),
  })
  meters.gauge({
    name: 'xianqu_sweep_lag_seconds',
    help: 'Since when the oldest thing that is due has waited for its sweep',
    label: 'sweep',
    read: lags(({ sweeps }, now) =>
      sweeps.map(({ name, oldestDue }) => ({ of: name, value: secondsSince(oldestDue, now) })),
    ),
  })
  meters.gauge({
    name: 'xianqu_projection_lag_positions',
    help: 'Sealed entries that a projection has yet to handle',
    label: 'projection',
    read: lags(({ projections }) => projections.map(({ name, behind }) => ({ of: name, value: behind }))),
  })
  addDeliveries(meters, platform)
  addPools(meters, platform)
  return meters
}

function addDeliveries(meters: Meters, { services }: Platform): void {
  const { database, jurisdiction } = services
  const count = (wanted: 'waiting' | 'dead') => async () => {
    const counts = await database.asSystem(jurisdiction, (tx) => countMessages(tx, jurisdiction))
    return counts.filter(({ state }) => state === wanted).map(({ channel, count: value }) => ({ of: channel, value }))
  }
  const gauge = (wanted: 'waiting' | 'dead', help: string) =>
    meters.gauge({ name: `xianqu_deliveries_${wanted}`, help, label: 'channel', read: count(wanted) })
  gauge('waiting', 'Messages that wait for their hour or for another attempt')
  gauge('dead', 'Messages that could not be delivered')
}

function addPools(meters: Meters, { pools }: Platform): void {
  const of = (pick: 'open' | 'idle' | 'waiting' | 'most') => () =>
    Object.entries(pools).map(([name, load]) => ({ of: name, value: load()[pick] }))
  const pool = (pick: 'open' | 'idle' | 'waiting' | 'most', help: string) =>
    meters.gauge({ name: `xianqu_pool_${pick}`, help, label: 'pool', read: of(pick) })
  pool('open', 'Database connections that are open')
  pool('idle', 'Database connections that have nothing to do')
  pool('waiting', 'Pieces of work that wait for a database connection')
  pool('most', 'Database connections that may be open at once')
}
