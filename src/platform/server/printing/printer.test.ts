import { expect, it } from 'vitest'
import { differenceOf, inkOn, qrOn, rasterOf } from '#platform/testing/raster.ts'
import { expectEachAsItself } from './fixtures/each-as-itself.ts'
import { openPrinter, qrSvg } from './index.ts'

const at = new Date('2026-03-02T12:00:00+08:00')
const printer = openPrinter()
const print = (template: string, data: Record<string, string>) => printer.print({ template, data, at })

it('draws every character, also those beyond the first plane, each as itself', () => expectEachAsItself(printer))

it('takes other fonts in a process of its own alone', async () => {
  await expect(openPrinter({ machine: [] }).print({ template: '', data: {}, at })).rejects.toThrow('already')
})

it('prints what people typed as they typed it, and runs none of it', async () => {
  const typed = '#panic("x") $x^2$ @a <b> *粗* `c` \\u{41} #read("/official.typ")'
  const template = '#set page(width: 400pt, height: 60pt, margin: 5pt)\n#text(font: song, size: 10pt, data.text)'
  const literal = `#set page(width: 400pt, height: 60pt, margin: 5pt)\n#text(font: song, size: 10pt, ${JSON.stringify(typed)})`
  const [page, expected] = await Promise.all([
    print(template, { text: typed }).then((pdf) => rasterOf(pdf)),
    print(literal, { text: '' }).then((pdf) => rasterOf(pdf)),
  ])
  expect(inkOn(page)).toBeGreaterThan(0.005)
  expect(differenceOf(page, expected)).toBe(0)
})

it('prints a code that a reader reads', async () => {
  const text = `https://suichang.example/verify#${'a1B2-_'.repeat(45)}`
  const template =
    '#set page(width: 200pt, height: 200pt, margin: 10pt)\n#image(bytes(data.svg), format: "svg", width: 36mm)'
  expect(qrOn(await rasterOf(await print(template, { svg: qrSvg(text) }), 0, 3))).toBe(text)
})

it('prints the same paper twice as the same bytes, also at the same moment', async () => {
  const papers = [1, 2].map(() => print('#paper(title: data.title)[正文]', { title: '证明' }))
  const [one, other] = await Promise.all(papers)
  expect(other?.equals(one ?? Buffer.alloc(0))).toBe(true)
})

it('says what is wrong with a template, and reaches no file outside its own', async () => {
  await expect(print('#nothing', {})).rejects.toThrow('unknown variable')
  await expect(print('#read("/../../../../../../etc/passwd")', {})).rejects.toThrow('does not print')
  await expect(print('#read("/printer.ts")', {})).rejects.toThrow('does not print')
})
