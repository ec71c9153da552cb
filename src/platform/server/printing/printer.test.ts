import { expect, it } from 'vitest'
import { differenceOf, inkOn, qrOn, rasterOf } from '#platform/testing/raster.ts'
import { expectEachAsItself } from './fixtures.ts'
import { openPrinter, qrSvg } from './index.ts'

const at = new Date('2026-03-02T12:00:00+08:00')
const printer = openPrinter()
const print = (template: string, data: Record<string, string>) => printer.print({ template, data, at })

it('draws every character, also those beyond the first plane, each as itself', () => expectEachAsItself(printer))

it('takes other fonts in a process of its own alone', () => {
  expect(() => openPrinter(undefined, []).print({ template: '', data: {}, at })).toThrow('already')
})

it('prints what people typed as they typed it, and runs none of it', async () => {
  const typed = '#panic("x") $x^2$ @a <b> *粗* `c` \\u{41} #read("/official.typ")'
  const template = '#set page(width: 400pt, height: 60pt, margin: 5pt)\n#text(font: song, size: 10pt, data.text)'
  const literal = `#set page(width: 400pt, height: 60pt, margin: 5pt)\n#text(font: song, size: 10pt, ${JSON.stringify(typed)})`
  const [page, expected] = await Promise.all([
    rasterOf(print(template, { text: typed })),
    rasterOf(print(literal, { text: '' })),
  ])
  expect(inkOn(page)).toBeGreaterThan(0.005)
  expect(differenceOf(page, expected)).toBe(0)
})

it('prints a code that a reader reads', async () => {
  const text = `https://suichang.example/verify#${'a1B2-_'.repeat(45)}`
  const template =
    '#set page(width: 200pt, height: 200pt, margin: 10pt)\n#image(bytes(data.svg), format: "svg", width: 36mm)'
  expect(qrOn(await rasterOf(print(template, { svg: qrSvg(text) }), 0, 3))).toBe(text)
})

it('prints the same paper twice as the same bytes', () => {
  const one = print('#paper(title: data.title)[正文]', { title: '证明' })
  expect(print('#paper(title: data.title)[正文]', { title: '证明' }).equals(one)).toBe(true)
})

it('says what is wrong with a template, and reaches no file outside its own', () => {
  expect(() => print('#nothing', {})).toThrow('unknown variable')
  expect(() => print('#read("/../../../../../../etc/passwd")', {})).toThrow()
  expect(() => print('#read("/printer.ts")', {})).toThrow()
})
