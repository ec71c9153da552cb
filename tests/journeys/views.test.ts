import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, settle } from './browser.ts'
import { journey } from './journey.ts'

const views = ['甘特图', 'V 形树', '思维导图', '看板', '单位与人员', '日历'] as const
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function openProject(page: Page): Promise<void> {
  await page.goto('/projects?search=衢丽')
  await page.getByRole('list', { name: '项目' }).getByRole('link').first().click()
  await page.getByRole('navigation', { name: '视图' }).waitFor()
}

journey('a project is looked at in every view, each with an address of its own', async ({ visits }) => {
  const page = await visits.as('chenshumin', desk)
  await openProject(page)
  const wrong: string[] = []
  for (const view of views) {
    await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: view }).click()
    await settle(page)
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    wrong.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${view}: ${id} ${node.target}`)))
  }
  expect(wrong).toEqual([])
  await page.reload()
  await page.getByRole('table').getByText('周一').waitFor()
})

journey('the Gantt chart is walked by keyboard, folds, and tells of a bar in words', async ({ visits }) => {
  const page = await visits.as('chenshumin', desk)
  await openProject(page)
  await page.getByRole('link', { name: '甘特图' }).click()
  const tree = page.getByRole('tree', { name: '甘特图' })
  await tree.focus()
  const rows = await tree.getByRole('treeitem').count()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => tree.getByRole('treeitem').count()).toBeLessThan(rows)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(rows)
  await page.keyboard.press('ArrowDown')
  const told = page.locator('output').filter({ hasText: '1.1' })
  await told.getByText(/\d{4}-\d{2}-\d{2} → \d{4}-\d{2}-\d{2}/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '过程' }).waitFor()
})

journey('a project file is laid out for paper: title, every node, signatures', async ({ visits }) => {
  const page = await visits.as('chenshumin', desk)
  await openProject(page)
  await page.getByRole('link', { name: '打印档案' }).click()
  const paper = page.getByRole('article')
  await paper.getByText('批准：').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false)
  expect(await paper.getByRole('row').count()).toBeGreaterThan(18)
})
