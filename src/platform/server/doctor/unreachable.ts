import type { Finding } from './finding.ts'
import { machineFindings } from './machine-checks.ts'
import type { Subject } from './subject.ts'

/** What keeps a database from being asked: by PostgreSQL's or the system's code, the fact and the remedy. */
const causes: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [
    /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P01|57P02)$/,
    '数据库没有运行或拒绝连接；用内置数据库的请运行 xianqu start，用自有 PostgreSQL 的请启动它（如 systemctl start postgresql），并核对 DATABASE_URL 的主机和端口',
    'The database does not run or takes no connections; run xianqu start for the embedded one, start your own (systemctl start postgresql), and check host and port of DATABASE_URL',
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    '找不到数据库所在的机器；请核对 DATABASE_URL 的主机名、网络和防火墙',
    'The machine of the database cannot be reached; check the host in DATABASE_URL, the network and the firewall',
  ],
  [
    /^(28P01|28000)$/,
    '数据库不接受用户名或密码；请核对 DATABASE_URL，并运行 xianqu prepare 让平台的角色与 secrets.json 一致',
    'The database does not accept user or password; check DATABASE_URL, and run xianqu prepare so that the roles agree with secrets.json',
  ],
  [
    /^(3D000|42P01|3F000)$/,
    '数据库里没有平台的数据；请核对 DATABASE_URL 的库名，第一次使用请运行 xianqu prepare',
    'The platform is not in this database; check its name in DATABASE_URL, and run xianqu prepare at first use',
  ],
  [
    /^57P03$/,
    '数据库正在启动或恢复；请过一分钟再查，一直如此请看 PostgreSQL 日志',
    'The database is starting or recovering; ask again in a minute, and read the log of PostgreSQL where it goes on',
  ],
  [
    /^(53300|53400)$/,
    '数据库连接已用完；请调大 max_connections，或减少进程',
    'The database has no connections left; raise max_connections, or run fewer processes',
  ],
  [
    /^(53100|58030)$/,
    '数据库所在磁盘已满或读写出错；请清理或更换磁盘',
    'The disk of the database is full or failing; clear or replace it',
  ],
]

/** The finding that the database cannot be asked, and why; undefined where the error is not of that kind. */
export function unreachable(error: unknown): Finding | undefined {
  const code = codesOf(error).find((one) => causes.some(([pattern]) => pattern.test(one)))
  const cause = causes.find(([pattern]) => code !== undefined && pattern.test(code))
  if (cause === undefined) return undefined
  const [, zh, en] = cause
  return { check: 'database', level: 'wrong', zh: `${zh}（${code}）。`, en: `${en} (${code}).` }
}

/** What can still be told of a platform whose database cannot be asked. */
export async function examineWithout(subject: Pick<Subject, 'data' | 'now' | 'isDemo'>): Promise<Finding[]> {
  return machineFindings(subject)
}

/** The codes of an error, of what it was caused by and of what it gathers: several addresses of one host fail together. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const inner = Array.isArray(errors) ? errors : []
  return [...(typeof code === 'string' ? [code] : []), ...[cause, ...inner].flatMap(codesOf)]
}
