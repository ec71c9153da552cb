import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'

/** The system account that PostgreSQL runs under where we are root; PostgreSQL itself refuses to run as root. */
export type Account = { readonly uid: number; readonly gid: number }

const ownAccount = 'xianqu'
const lastResorts = ['postgres', 'nobody']

/**
 * The account for a data folder, or undefined where we are an ordinary user and PostgreSQL simply runs as ourselves.
 * As root: the owner of the data that is there already, else of the folder; where that is root, the account `xianqu`,
 * which is created when it is missing.
 */
export function accountFor(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = statSync(join(folder, 'postgres'), { throwIfNoEntry: false }) ?? statSync(folder)
  if (uid !== 0) return { uid, gid }
  return findAccount(ownAccount) ?? createAccount() ?? lastResorts.map(findAccount).find(Boolean) ?? noAccount()
}

/** True where the account (or we ourselves) may enter the folder: every folder above it counts. */
export function mayEnter(account: Account | undefined, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function createAccount(): Account | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ownAccount])
  return findAccount(ownAccount)
}

function findAccount(name: string): Account | undefined {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid }
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}

function noAccount(): never {
  throw new Error(
    '以 root 运行时需要一个普通系统账户来运行 PostgreSQL，但无法创建。请先执行 useradd --system xianqu，或用 DATABASE_URL 指定自己的数据库。\n' +
      'As root, PostgreSQL needs an ordinary system account and none could be created. Run useradd --system xianqu, or set DATABASE_URL.',
  )
}
