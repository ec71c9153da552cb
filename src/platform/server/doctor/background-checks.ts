import type { DatabaseFacts } from './doctor-store.ts'
import { type Finding, fine } from './finding.ts'
import type { Subject } from './subject.ts'

const patienceSeconds = 60
const patiencePositions = 10_000

/** What runs behind: the seal, the sweeps, what is derived from the record. */
export function backgroundFindings(subject: Subject, { longTransactions }: DatabaseFacts): Finding[] {
  return [sealingOf(subject, longTransactions), ...sweepsOf(subject), ...projectionsOf(subject)]
}

function sealingOf({ sealing, now }: Subject, long: DatabaseFacts['longTransactions']): Finding {
  const seconds = secondsSince(sealing.oldestWaitingSince, now)
  if (seconds <= patienceSeconds)
    return fine('sealing', `存证已到第 ${sealing.sealed} 条`, `The record is sealed up to entry ${sealing.sealed}`)
  const [oldest] = long
  const told = `${Math.round(seconds)} 秒前的记录还没有存证（共 ${sealing.waiting} 条）`
  const toldEnglish = `An entry of ${Math.round(seconds)} s ago is not sealed yet (${sealing.waiting} in all)`
  if (oldest === undefined)
    return {
      check: 'sealing',
      level: 'wrong',
      zh: `${told}；没有长事务挡住它，说明后台进程没有运行：请启动 xianqu worker 或 xianqu start。`,
      en: `${toldEnglish}; no transaction holds it up, so no worker runs: start xianqu worker or xianqu start.`,
    }
  const minutes = Math.round(secondsSince(oldest.since, now) / 60)
  return {
    check: 'sealing',
    level: 'wrong',
    zh: `${told}；数据库会话 ${oldest.pid}（${oldest.name}）的事务已开了 ${minutes} 分钟，挡住了它：让该程序结束，或执行 select pg_terminate_backend(${oldest.pid})。`,
    en: `${toldEnglish}; session ${oldest.pid} (${oldest.name}) has kept a transaction open for ${minutes} minutes: end that program, or run select pg_terminate_backend(${oldest.pid}).`,
  }
}

function sweepsOf({ sweeps, now }: Subject): Finding[] {
  return sweeps.map(({ name, oldestDue }) => {
    const seconds = secondsSince(oldestDue, now)
    const check = `sweep ${name}`
    if (seconds <= patienceSeconds) return fine(check, '到期事项已全部记录', 'Everything that is due is on record')
    return {
      check,
      level: 'wrong',
      zh: `最早的到期事项已等了 ${Math.round(seconds)} 秒未记录；请确认 xianqu worker 或 xianqu start 在运行，并查看日志中的 background work failed。`,
      en: `What has been due longest has waited ${Math.round(seconds)} s for its record; see that xianqu worker or start runs, and look for "background work failed" in its log.`,
    }
  })
}

function projectionsOf({ projections }: Subject): Finding[] {
  return projections.map(({ name, behind }) => {
    const check = `projection ${name}`
    if (behind <= patiencePositions) return fine(check, `落后 ${behind} 条`, `${behind} entries behind`)
    return {
      check,
      level: 'attention',
      zh: `落后 ${behind} 条记录，页面上的数字是旧的；后台会自行赶上，若一小时后仍落后，请运行 xianqu journal rebuild ${name}。`,
      en: `${behind} entries behind, so what screens show is old; the worker catches up by itself. If it is still behind in an hour, run xianqu journal rebuild ${name}.`,
    }
  })
}

function secondsSince(then: Date | undefined, now: Date): number {
  return then === undefined ? 0 : (now.getTime() - then.getTime()) / 1000
}
