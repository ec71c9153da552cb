import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperStyle } from './paper-style.ts'

const styleFor = (title: string) => paperStyle({ left: title, middle: ['第 ', ' 页，共 ', ' 页'], right: '张伟' })

test('the foot of each page carries title, page and who printed it', () => {
  const style = styleFor('进山公路提升')
  expect(style).toContain('@bottom-left { content: "进山公路提升"')
  expect(style).toContain('"第 " counter(page) " 页，共 " counter(pages) " 页"')
  expect(style).toContain('@bottom-right { content: "张伟"')
})

test('no title leaves its quotes or its element', () => {
  const nasty = fc.string({ unit: fc.constantFrom('"', '\\', '<', '/', '\n', '}', 'a', '*', '字', "'") })
  fc.assert(
    fc.property(nasty, (title) => {
      const [, content = ''] = /@bottom-left \{ content: "(.*)"; font/.exec(styleFor(title)) ?? []
      expect(content).not.toMatch(/["<>{}\n]/)
      expect(content.replace(/\\[0-9a-f]+ /g, '')).not.toContain('\\')
    }),
  )
})
