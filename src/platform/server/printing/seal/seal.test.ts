import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { ContentInfo, SignedData } from 'pkijs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { softwareKeys, type Verifier, verifiersOf } from '#platform/server/signing/index.ts'
import { differenceOf, pagesOf, rasterOf } from '#platform/testing/raster.ts'
import { openPrinter } from '../index.ts'
import { sealKeyOf, sealPdf, sealStateOf } from './seal.ts'

const at = new Date('2026-03-02T12:00:00+08:00')
const folder = mkdtempSync(join(tmpdir(), 'xianqu-seal-'))
const keys = softwareKeys(folder, '测试县', at)
const trusted = (): ReadonlyMap<string, Verifier> =>
  verifiersOf(
    keys
      .published('papers')
      .map(({ publicKey }) => publicKey)
      .join('\n'),
  )
let plain: Buffer
let sealed: Buffer

beforeAll(async () => {
  const template = '#paper(title: data.title)[正文 #pagebreak() 第二页]'
  plain = await openPrinter().print({ template, data: { title: '证明' }, at })
  sealed = await sealPdf(plain, sealKeyOf(keys), at)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('a sealed paper is whole under the keys of the county, and looks as it did', async () => {
  expect(sealStateOf(sealed, trusted())).toBe('whole')
  expect(sealStateOf(plain, trusted())).toBe('none')
  expect(await pagesOf(sealed)).toBe(2)
  expect(differenceOf(await rasterOf(plain), await rasterOf(sealed))).toBe(0)
  expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true)
})

it('whoever knows CMS takes the signature for what it is, by the certificate that comes with it', async () => {
  const [, before = 0, after = 0, tail = 0] = (
    /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(sealed.toString('latin1')) ?? []
  ).map(Number)
  const der = Buffer.from(sealed.subarray(before + 1, after - 1).toString(), 'hex')
  const cms = new SignedData({
    schema: ContentInfo.fromBER(Uint8Array.from(der.subarray(0, 4 + der.readUInt16BE(2)))).content,
  })
  const content = Uint8Array.from(Buffer.concat([sealed.subarray(0, before), sealed.subarray(after, after + tail)]))
  const holds = (data: Uint8Array<ArrayBuffer>) => cms.verify({ signer: 0, data: data.buffer, checkChain: false })
  expect(await holds(content)).toBe(true)
  await expect(holds(content.fill(0, 100, 101))).rejects.toThrow('digest')
})

it('with one byte changed, cut off or added, anywhere but in the signature itself, it is not', () => {
  const known = trusted()
  const signature = sealed.indexOf('/Contents <3')
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      fc.pre(place < signature || place > signature + 2000)
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ change
      expect(sealStateOf(changed, known)).not.toBe('whole')
    }),
    { numRuns: 60 },
  )
  expect(sealStateOf(sealed.subarray(0, -1), known)).toBe('broken')
  expect(sealStateOf(Buffer.concat([sealed, Buffer.from('\n')]), known)).toBe('broken')
})

it('with anything in the place of the signature, it is not', () => {
  const known = trusted()
  const place = sealed.indexOf('/Contents <3') + '/Contents <'.length
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const changed = Buffer.from(sealed)
      changed.write(Buffer.from(bytes).toString('hex').padEnd(1400, '0'), place, 'latin1')
      expect(sealStateOf(changed, known)).toBe('broken')
    }),
    { numRuns: 60, examples: [[Uint8Array.of(0x30, 0x80)], [Uint8Array.of(0x30, 0xff)]] },
  )
})

it('sealed by another key, also in the name of the county and over our seal, it is broken', async () => {
  const other = softwareKeys(join(folder, 'other'), '测试县', at)
  expect(sealStateOf(await sealPdf(plain, sealKeyOf(other), at), trusted())).toBe('broken')
  const certificate = other.published('papers')[0]?.certificate ?? ''
  expect(sealStateOf(await sealPdf(plain, { ...sealKeyOf(keys), certificate }, at), trusted())).toBe('broken')
})

it('what an old key sealed still holds when another has taken its place', () => {
  keys.rotate('papers', 'ES256', new Date('2027-03-02T12:00:00+08:00'))
  expect(sealStateOf(sealed, trusted())).toBe('whole')
})

it('what is no PDF of the printer is not sealed', async () => {
  await expect(sealPdf(Buffer.from('%PDF-1.7\n%%EOF'), sealKeyOf(keys), at)).rejects.toThrow('not a PDF of the printer')
})
