import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Home } from './home.ts'

/** The superuser of the embedded server, and the database that is made for the platform. */
export const ownerRole = 'postgres'
export const databaseName = 'xianqu'

const prefixOfUnfinished = 'cluster.new-'

type Creation = {
  readonly binaries: Binaries
  readonly home: Home
  readonly account: Account | undefined
  readonly password: string
  readonly durable: boolean
}

/**
 * Creates the data once. It is made under another name and renamed when it is whole, so that a crash in the middle
 * leaves only rubbish, which the next start removes. Chinese sorts by pinyin; under `lc_ctype=C` trigram search would
 * silently find no Chinese at all, hence C.UTF-8.
 */
export function createClusterOnce(creation: Creation): void {
  const { home, account } = creation
  if (existsSync(home.cluster)) return
  removeUnfinished(home.folder)
  const unfinished = join(home.folder, `${prefixOfUnfinished}${process.pid}`)
  const passwordFile = `${unfinished}.password`
  writeFileSync(passwordFile, creation.password, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  initialise(creation, unfinished, passwordFile)
  createDatabase(creation, unfinished)
  rmSync(passwordFile)
  renameSync(unfinished, home.cluster)
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefixOfUnfinished)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function initialise(creation: Creation, unfinished: string, passwordFile: string): void {
  run(creation, creation.binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--lc-messages=C',
    '--locale-provider=icu',
    '--icu-locale=zh-Hans-CN',
    '--data-checksums',
    '--no-instructions',
    ...(creation.durable ? [] : ['--no-sync']),
  ])
}

function createDatabase(creation: Creation, unfinished: string): void {
  run(
    creation,
    creation.binaries.postgres,
    ['--single', '-D', unfinished, 'postgres'],
    `CREATE DATABASE ${databaseName}\n`,
  )
}

function run(creation: Creation, program: string, args: readonly string[], input = ''): void {
  const { home, account } = creation
  const { status, error, stderr } = spawnSync(program, args, { ...account, cwd: home.folder, input, encoding: 'utf8' })
  if (status === 0) return
  throw new Error(`PostgreSQL 数据初始化失败 / ${program} failed (${status}): ${error?.message ?? stderr}`)
}
