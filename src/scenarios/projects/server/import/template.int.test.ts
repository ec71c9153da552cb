import { expect, it } from 'vitest'
import { readSheet } from '#platform/server/sheets/index.ts'
import { planTemplate } from './template.ts'

it('the template that is given away is read with its own headings', async () => {
  const reading = await readSheet(await planTemplate(), { text: false })
  expect(reading).toMatchObject({ kind: 'sheet', sheet: { sheet: '项目计划', sheets: ['项目计划', '填写说明'] } })
  if (reading.kind === 'sheet') expect(reading.sheet.rows[0]?.[1]).toBe('节点名称 *')
})
