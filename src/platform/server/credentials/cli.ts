import { readFile } from 'node:fs/promises'
import { buffer as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { CredentialVerdict } from '#platform/contract/credential-verdict.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type Purpose, purposes, type Suite, suitesOf } from '#platform/server/signing/index.ts'
import { type CredentialParts, issuerOf } from './parts.ts'
import { readStatusList } from './status-list.ts'
import { openStatusLists } from './status-lists.ts'
import { showingInPdf } from './verify/from-pdf.ts'
import { judgePage, judgePaper } from './verify/judge-page.ts'
import { KeyFile, keyFileOf, trustedKeys } from './verify/key-file.ts'
import type { TrustedKeys } from './verify/read-jwt.ts'
import { type Verifying, verifyCredential } from './verify/verify-credential.ts'

/** The platform as the commands need it. */
export type CredentialSession = CredentialParts & {
  readonly database: Database
  readonly clock: Clock
  close(): Promise<void>
}

type Options = {
  readonly keys: string[]
  readonly status: string[]
  readonly at?: string
  readonly audience?: string
  readonly nonce?: string
  readonly json?: boolean
}

/**
 * Adds `credentials verify|keys|status|rotate`. `verify` needs files alone. Exit status: 0 valid, or a paper as it was issued, 1 not valid, 2 what was given cannot
 * be used, 3 genuine but nobody can say whether it was revoked.
 */
export function registerCredentials(program: Command, open: () => Promise<CredentialSession>): void {
  const room = program
    .command('credentials')
    .description('电子证照：核验、公钥、注销名单  Credentials: verify, keys, status')
  room
    .command('verify <file>')
    .description('离线核验证照文本或 PDF（- 为标准输入）  Verify a text or PDF offline; - for standard input')
    .requiredOption('--keys <file>', '公钥文件，可重复 keys as published; repeatable', collect, [])
    .option('--status <file>', '注销名单，可重复 a status list; repeatable', collect, [])
    .option('--at <time>', '按这个时间核验 as of this time (ISO 8601)')
    .option('--audience <name>', '我是谁 who I am')
    .option('--nonce <text>', '我的询问编号 the question that I asked')
    .option('--json', '以 JSON 输出 print JSON')
    .action((file: string, options: Options) => verifyFile(file, options))
  const online = (
    usage: string,
    words: string,
    run: (session: CredentialSession, ...rest: string[]) => Promise<string>,
  ) =>
    room
      .command(usage)
      .description(words)
      .action(async (...rest: unknown[]) => {
        const session = await open()
        const given = rest.filter((one) => typeof one === 'string')
        console.log(await run(session, ...given).finally(() => session.close()))
      })
  online('keys', '公钥文件  The public keys, for whoever verifies', async (session) =>
    JSON.stringify(keyFile(session), null, 2),
  )
  online('status <month>', '注销名单，如 2026-03  The signed status list of a month', (session, month = '') =>
    openStatusLists(session).signed(month, session.clock.now()),
  )
  online('rotate <purpose> <suite>', '更换签发密钥  Put a new key in place', async (session, purpose, suite) => {
    const known = purposes.map((one) => `${one} ${suitesOf[one].join('|')}`).join('; ')
    if (!suitesOf[purpose as Purpose]?.includes(suite as Suite))
      throw new Error(`没有这样的密钥。可以更换的 There is no such key; there are: ${known}`)
    return session.crypto.rotate(purpose as Purpose, suite as Suite, session.clock.now()).publicKey
  })
}

function keyFile(session: CredentialSession): KeyFile {
  return keyFileOf(issuerOf(session), session.county.name, session.crypto.published())
}

async function verifyFile(file: string, options: Options): Promise<void> {
  try {
    const now = options.at === undefined ? Date.now() : Date.parse(options.at)
    if (Number.isNaN(now)) throw new Unusable(`时间应为 2026-03-02T12:00:00+08:00 这样。${options.at} is no time.`)
    const keys = await readKeys(options.keys)
    const statusLists = await Promise.all(options.status.map((one) => readList(one, keys)))
    const { audience, nonce } = options
    const verdict = verdictOn(await readBrought(file), { keys, statusLists, now, audience, nonce })
    console.log(options.json ? JSON.stringify(verdict) : told(verdict))
    process.exitCode = statusOf[verdict.state] ?? 1
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}

const statusOf: Partial<Record<CredentialVerdict['state'], number>> = { valid: 0, paper: 0, 'status-unknown': 3 }

/** A PDF with a credential, a paper that carries none, or a credential as text. */
function verdictOn(brought: Buffer, verifying: Verifying): CredentialVerdict {
  const attached = showingInPdf(brought)
  if (attached !== undefined) return judgePage(verifyCredential(attached, verifying), brought, verifying.keys)
  return judgePaper(brought, verifying.keys, verifying.now) ?? verifyCredential(brought.toString('utf8'), verifying)
}

/** A verdict for a person who reads a terminal. */
function told({ state, sentence, heading, disclosed, validUntil, status, notes }: CredentialVerdict): string {
  const lines = [`${sentence.zh}\n  ${sentence.en} [${state}]`]
  if (heading) lines.push(`${heading.title} ${heading.number} · ${heading.unitName}`)
  for (const { zh, en, value } of disclosed) lines.push(`  ${zh} ${en}: ${value}`)
  if (heading) lines.push(`有效期至 valid until: ${validUntil ?? '长期 unlimited'}`)
  if (status) lines.push(`注销名单截至 status as of: ${status.asOf}`)
  return [...lines, ...notes.map(({ zh, en }) => `※ ${zh}\n  ${en}`)].join('\n')
}

class Unusable extends Error {}

async function readBrought(file: string): Promise<Buffer> {
  return file === '-' ? readAll(process.stdin) : readFile(file).catch(unreadable(file))
}

async function readKeys(files: readonly string[]): Promise<TrustedKeys> {
  const read = files.map(async (file) =>
    KeyFile.parse(JSON.parse(await readFile(file, 'utf8').catch(unreadable(file)))),
  )
  return Promise.all(read)
    .then(trustedKeys)
    .catch((error: Error) => {
      throw error instanceof Unusable ? error : new Unusable(`不是公钥文件。No file of keys: ${error.message}`)
    })
}

async function readList(file: string, keys: TrustedKeys) {
  const text = await readFile(file, 'utf8').catch(unreadable(file))
  const list = readStatusList(listIn(text), keys)
  if (typeof list === 'string')
    throw new Unusable(`${file} 不是可信的注销名单（${list}）。${file} is no status list to rely on.`)
  return list
}

/** A list as the command prints it, or as the API gives it. */
function listIn(text: string): string {
  return text.trimStart().startsWith('{') ? String((JSON.parse(text) as { text?: unknown }).text) : text
}

function unreadable(file: string) {
  return (error: Error): never => {
    throw new Unusable(`无法读取 ${file}。${error.message}`)
  }
}

function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value]
}
