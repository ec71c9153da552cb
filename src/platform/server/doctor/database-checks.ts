import type { DatabaseFacts } from './doctor-store.ts'
import { type Finding, fine } from './finding.ts'

const oldestVersion = 15
const skewSeconds = { attention: 2, wrong: 30 }

/** The database itself: its version, its clock, whether a commit survives the loss of power. */
export function databaseFindings(facts: DatabaseFacts, askedAt: Date): Finding[] {
  return [versionOf(facts), clockOf(facts, askedAt), durabilityOf(facts)]
}

function versionOf({ version, versionName }: DatabaseFacts): Finding {
  if (Math.floor(version / 10_000) >= oldestVersion)
    return fine('database version', `PostgreSQL ${versionName}`, `PostgreSQL ${versionName}`)
  return {
    check: 'database version',
    level: 'wrong',
    zh: `PostgreSQL ${versionName} 太旧，请升级到 ${oldestVersion} 以上。`,
    en: `PostgreSQL ${versionName} is too old; upgrade it to ${oldestVersion} or newer.`,
  }
}

function clockOf({ clock }: DatabaseFacts, askedAt: Date): Finding {
  const seconds = Math.abs(clock.getTime() - askedAt.getTime()) / 1000
  if (seconds <= skewSeconds.attention)
    return fine('clock', '本机与数据库时钟一致', 'This machine and the database agree on the time')
  return {
    check: 'clock',
    level: seconds > skewSeconds.wrong ? 'wrong' : 'attention',
    zh: `本机与数据库的时钟相差 ${seconds.toFixed(0)} 秒，时限会算错；请在两台机器上开启 NTP（timedatectl set-ntp true）。`,
    en: `The clocks of this machine and the database are ${seconds.toFixed(0)} s apart, so deadlines will be wrong; turn NTP on on both (timedatectl set-ntp true).`,
  }
}

function durabilityOf({ durable }: DatabaseFacts): Finding {
  if (durable) return fine('durability', '提交即落盘', 'What is committed is on disk')
  return {
    check: 'durability',
    level: 'wrong',
    zh: '数据库关闭了 fsync 或 synchronous_commit，断电会丢失已确认的办理；请在 postgresql.conf 中打开。',
    en: 'fsync or synchronous_commit is off: a power cut would lose what people were told is done. Turn both on in postgresql.conf.',
  }
}
