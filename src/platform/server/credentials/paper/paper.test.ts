import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openPrinter } from '#platform/server/printing/index.ts'
import { differenceOf, inkOn, pagesOf, partOf, qrOn, rasterOf } from '#platform/testing/raster.ts'
import { day, issue, noHouse, noon, office } from '../fixtures.ts'
import { showingInPdf } from '../verify/from-pdf.ts'
import { trustedKeys } from '../verify/key-file.ts'
import { verifyCredential } from '../verify/verify-credential.ts'
import { type PaperParts, printCredential } from './print-credential.ts'

const of = office('SM2')
const printer = openPrinter()
const row = {
  ...{
    id: '01890000-0000-7000-8000-00000000cccc',
    type_id: 'no-house',
    type_version: 1,
    number: 'C0000-1',
    suite: 'SM2',
  },
  ...{ holder: 'resident-1', issuer: 'zhujian', readers: [], document: Buffer.alloc(0), digest: Buffer.alloc(0) },
  ...{ status_list: '2026-03', status_index: 77, issued_at: new Date(noon), valid_from: new Date(noon) },
  ...{ valid_until: new Date(noon + 30 * day), standing: 'valid' as const, standing_at: null, standing_reason: null },
  ...{ origin: null, version: 1 },
}
const body = '经查询不动产登记信息，{name}（公民身份号码 {identity-number}）在本县行政区域内{finding}。特此证明。'

/** The parts of a county whose keys the fixtures hold; what is sealed opens as the document given. */
async function print(fields: Record<string, string>, sample = true, bodyOf: string | undefined = body) {
  const heading = { title: '无房证明', english: 'Certificate of owning no house', code: 'C0901', number: row.number }
  const rest = { unit: 'zhujian', unitName: '测试县住房和城乡建设局', legal: '与纸质证明具有同等法律效力。', sample }
  const labels = {
    name: ['姓名', 'Name'],
    'identity-number': ['身份证号', 'Identity number'],
    finding: ['结果', 'Finding'],
  }
  const document = await issue(of, { fields, heading: { ...heading, ...rest, labels } as never })
  const parts = {
    ...{ jurisdiction: '331199', county: { name: '测试县', demo: sample }, printer },
    crypto: { signer: () => of.signer, signerOf: () => of.wallet },
    personalData: { open: () => document },
    rules: () => ({
      channels: { site: 'https://suichang.example' },
      documents: () => [{ id: 'no-house', version: 1, body: bodyOf }],
    }),
  } as unknown as PaperParts
  return printCredential(parts, row, new Date(noon))
}

it('a printed certificate fits one page, its code is read, and its attachment is verified without a line', async () => {
  const pdf = await print({ ...noHouse, name: '吴𬭎萍' })
  if (process.env.KEEP) writeFileSync(process.env.KEEP, pdf)
  const page = await rasterOf(pdf)
  expect(qrOn(partOf(page, [0.1, 0.7, 0.4, 0.95]))).toMatch(
    /^https:\/\/suichang\.example\/verify#[\w-]+\.[\w-]+\.[\w-]+$/,
  )
  expect(inkOn(page)).toBeGreaterThan(0.02)
  expect(await pagesOf(pdf)).toBe(1)
  for (const said of ['<pdfaid:part>3</pdfaid:part>', '/AFRelationship', '/AF'])
    expect(pdf.includes(said), said).toBe(true)
  const verdict = verifyCredential(showingInPdf(pdf) ?? '', { keys: trustedKeys([of.keys]), now: noon + day })
  expect(verdict.state).toBe('status-unknown')
  expect(verdict.disclosed.map(({ value }) => value)).toContain('吴𬭎萍')
})

it('what it says is there in ink: another name is another picture, and a demonstration’s paper says so', async () => {
  const [one, other, real, listed] = await Promise.all(
    [print(noHouse), print({ ...noHouse, name: '李大成' }), print(noHouse, false), print(noHouse, true, '')].map(
      async (pdf) => rasterOf(await pdf),
    ),
  )
  if (!one || !other || !real || !listed) throw new Error('a page is missing')
  expect(differenceOf(one, other)).toBeGreaterThan(0.0002)
  expect(differenceOf(one, real)).toBeGreaterThan(0.005)
  expect(differenceOf(one, listed)).toBeGreaterThan(0.005)
})

it('nothing in it is red: no seal is imitated', async () => {
  const { pixels } = await rasterOf(await print(noHouse))
  let red = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > (pixels[at + 1] ?? 0) + 60) red += 1
  expect(red).toBe(0)
})

it('a PDF without a credential gives none, nor does what is no PDF', async () => {
  const at = new Date(noon)
  expect(showingInPdf(await printer.print({ template: '#data.text', data: { text: '无' }, at }))).toBeUndefined()
  expect(showingInPdf(Buffer.from('x'.repeat(5000)))).toBeUndefined()
})
