import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openPrinter, sealKeyOf } from '#platform/server/printing/index.ts'
import { softwareKeys } from '#platform/server/signing/index.ts'
import { registerCredentials } from './cli.ts'
import { issue, noon, office, show, statusList } from './fixtures.ts'

const of = office('SM2')
const at = new Date(noon).toISOString()
let folder: string
let said: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credentials-cli-'))
  const keep = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text)
  keep('keys.json', JSON.stringify(of.keys))
  keep('other-keys.json', JSON.stringify(office('SM2').keys))
  keep('status.txt', await statusList(of))
  keep(
    'revoked.json',
    JSON.stringify({ list: '2026-03', text: await statusList(of, [{ index: 77, standing: 'revoked' }]) }),
  )
  const text = await show(of, await issue(of))
  keep('shown.txt', `${text}\n`)
  const at = text.indexOf('~') - 20
  keep('shown.pdf', pdfWith(text))
  keep('altered.txt', `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`)
  const crypto = softwareKeys(join(folder, 'county'), '测试县', new Date(noon))
  keep('paper-keys.json', JSON.stringify({ ...of.keys, keys: [...of.keys.keys, ...crypto.published('papers')] }))
  const printer = openPrinter({ seal: () => ({ key: sealKeyOf(crypto), at: new Date(noon) }) })
  const sealed = await printer.print({
    template: '#paper(title: data.title)[正文]',
    data: { title: '受理通知书' },
    at: new Date(noon),
  })
  const carrying = await printer.print({
    template: '#data.text\n#pdf.embed("/a.txt", bytes(data.text))',
    data: { text },
    at: new Date(noon),
  })
  keep('paper.pdf', sealed)
  keep('carrying.pdf', carrying)
  keep('changed.pdf', Buffer.concat([carrying, Buffer.from('%')]))
  keep('altered.pdf', pdfWith(`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`))
})

/** As much of a PDF as holds an attachment, its page telling another name. */
function pdfWith(attached: string): string {
  return `%PDF-1.7\n1 0 obj\nstream\n(王五) Tj\nendstream\n2 0 obj\nstream\n${attached}\nendstream\n%%EOF`
}
beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean(said.push(String(line))))
})
afterAll(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
  rmSync(folder, { recursive: true })
})

it.each([
  ['a fresh list proves it valid', ['shown.txt', '--keys', 'keys.json', '--status', 'status.txt'], 0, '有效'],
  ['without a list its standing is left open', ['shown.txt', '--keys', 'keys.json'], 3, '不能确定是否已被注销'],
  ['a revoked one is told', ['shown.txt', '--keys', 'keys.json', '--status', 'revoked.json'], 1, '已注销'],
  ['an altered one is told', ['altered.txt', '--keys', 'keys.json'], 1, '已被改动'],
  [
    'a PDF is believed by what it carries, and its page is not',
    ['shown.pdf', '--keys', 'keys.json', '--status', 'status.txt'],
    0,
    '页面上印的与此不一致的，以这里为准',
  ],
  ['an altered attachment of a PDF is told', ['altered.pdf', '--keys', 'keys.json'], 1, '已被改动'],
  ['a sealed paper is told to be as it was issued', ['paper.pdf', '--keys', 'paper-keys.json'], 0, '文书完好'],
  ['sealed by an unknown key it is not', ['paper.pdf', '--keys', 'keys.json'], 1, '签章已被破坏'],
  ['the pages of a sealed PDF can be relied on', ['carrying.pdf', '--keys', 'paper-keys.json'], 3, '签章完好'],
  ['changed after it was sealed it proves nothing', ['changed.pdf', '--keys', 'paper-keys.json'], 1, '签章已被破坏'],
  ['an unknown key forges', ['shown.txt', '--keys', 'other-keys.json'], 1, '不是本县签发'],
  ['what is no credential is told', ['keys.json', '--keys', 'keys.json'], 1, '无法识别'],
  ['a missing file cannot be used', ['nothing', '--keys', 'keys.json'], 2, '无法读取'],
  ['a file without keys cannot be used', ['shown.txt', '--keys', 'status.txt'], 2, '不是公钥文件'],
  [
    'a list of another county cannot be used',
    ['shown.txt', '--keys', 'other-keys.json', '--status', 'status.txt'],
    2,
    '不是可信的注销名单',
  ],
] as const)('%s', async (_name, given, status, words) => {
  const files = given.map((one) => (one.startsWith('--') ? one : join(folder, one)))
  await verify([...files, '--at', at])
  expect(process.exitCode).toBe(status)
  expect(said.join('\n')).toContain(words)
})

it('gives programs JSON, and takes no time that is none', async () => {
  const files = [join(folder, 'shown.txt'), '--keys', join(folder, 'keys.json')]
  await verify([...files, '--at', at, '--json'])
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ state: 'status-unknown', heading: { title: '无房证明' } })
  await verify([...files, '--at', 'yesterday'])
  expect(process.exitCode).toBe(2)
})

function verify(given: readonly string[]) {
  const program = new Command()
  registerCredentials(program, () => Promise.reject(new Error('verification needs no platform')))
  return program.parseAsync(['node', 'xianqu', 'credentials', 'verify', ...given])
}
