import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/kernel/clock.ts'
import { platformRooms, type Room } from '#platform/server/database/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { openFileSigner, sealAll } from '#platform/server/journal/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const now = new Date('2026-03-02T01:00:00Z')
const photograph = randomBytes(3_000_000)
/** The roles of the shared test server keep their passwords. */
const secrets = JSON.stringify({ app: 'app', auth: 'auth', signInKey: '0'.repeat(64) })
const empties: string[] = []
let database: TestDatabase
let folder: string
let backup: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'xianqu-backup-'))
  backup = join(folder, 'one.backup')
  const data = join(folder, 'data')
  const pack = await applyTestCounty(database, now)
  await uploadOf(data, pack.county.id)
  const signer = openFileSigner(data)
  await sealAll(database, pack.county.id, { clock: systemClock, signer })
  await writeFile(join(data, 'secrets.json'), secrets, { mode: 0o600 })
  await writeBackup({ ownerUrl: database.ownerUrl, data, version: '0', now }, backup)
})

afterAll(async () => {
  await database.close()
  for (const name of empties) await onServer(`drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true })
})

test('what is restored is what was backed up: every row, every upload, every key', async () => {
  const target = await emptyTarget()
  const heading = await restoreBackup({ ...target, rooms: platformRooms(), now }, backup)
  expect(heading.heads).toHaveLength(1)
  const again = join(folder, 'again.backup')
  await writeBackup({ ...target, version: '0', now }, again)
  expect((await readFile(again)).equals(await readFile(backup))).toBe(true)
})

test.each(['cut', 'changed'])('a backup that was %s restores nothing', async (kind) => {
  const whole = await readFile(backup)
  const changed = Buffer.from(whole)
  const middle = Math.floor(whole.length / 2)
  changed.writeUInt8(whole.readUInt8(middle) ^ 1, middle)
  const file = join(folder, `${kind}.backup`)
  await writeFile(file, kind === 'cut' ? whole.subarray(0, whole.length - 200) : changed)
  const target = await emptyTarget()
  await expect(restoreBackup({ ...target, rooms: platformRooms(), now }, file)).rejects.toThrow('备份文件不完整')
  const counted = 'select (select count(*) from identity.organisation) + (select count(*) from journal.entry) as rows'
  expect(await rowsOf(target.ownerUrl, counted)).toEqual([{ rows: '0' }])
})

test('a restore never writes over a county', async () => {
  const restored = restoreBackup(
    { ownerUrl: database.ownerUrl, data: join(folder, 'nowhere'), rooms: platformRooms(), now },
    backup,
  )
  await expect(restored).rejects.toThrow('目标不是空的')
})

test('the backup of a newer schema is refused by an older Xianqu', async () => {
  const older: Room[] = platformRooms().slice(0, 3)
  await expect(restoreBackup({ ...(await emptyTarget()), rooms: older, now }, backup)).rejects.toThrow('更新的版本')
})

async function uploadOf(data: string, jurisdiction: string): Promise<void> {
  const kept = await openFileFolder(join(data, 'files')).keep(Readable.from([photograph]), photograph.length)
  await database.asOwner(
    `insert into files.file (jurisdiction_id, id, digest, bytes, name, media_type, uploaded_by, uploaded_at, upload_key)
      values ($1, gen_random_uuid(), $2, $3, '现场.png', 'image/png', gen_random_uuid(), $4, 'one')`,
    [jurisdiction, kept?.digest, photograph.length, now],
  )
}

async function emptyTarget() {
  const name = `b_${randomBytes(6).toString('hex')}`
  empties.push(name)
  await onServer(`create database ${name}`)
  const url = new URL(await ensureTestServer())
  url.pathname = `/${name}`
  return { ownerUrl: url.href, data: join(folder, name) }
}

async function onServer(statement: string): Promise<void> {
  await rowsOf(await ensureTestServer(), statement)
}

async function rowsOf(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}
