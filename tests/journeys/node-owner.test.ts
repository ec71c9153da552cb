import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone } from './browser.ts'
import { journey } from './journey.ts'

type Photograph = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true })
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })
const progress = (page: Page) => page.getByRole('progressbar', { name: '进度', exact: true })

async function openLateNode(page: Page): Promise<void> {
  await list(page, '滞后').getByRole('link').first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
}

async function report(page: Page, percent: number, note: string, photograph?: Photograph): Promise<void> {
  await page.getByRole('button', { name: '填报进度' }).click()
  const form = panel(page, '填报进度')
  await form.getByRole('slider', { name: '目前进度' }).fill(String(percent))
  await form.getByLabel('进展说明').fill(note)
  if (photograph) await form.getByLabel('拍照').setInputFiles(photograph)
  await form.getByRole('button', { name: `填报 ${percent}%` }).click()
}

journey(
  'a node owner sees what is late, what is due today and what waits on others, late first',
  async ({ visits }) => {
    const page = await visits.as('zhangwei', phone)
    await list(page, '滞后').waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(headings.map((each) => each.replace(/\d+$/, ''))).toEqual(['滞后', '今天要办', '等待他人'])
    const late = () => list(page, '滞后').getByRole('listitem').allTextContents()
    await expect.poll(async () => (await late()).every((line) => line.startsWith('滞后'))).toBe(true)
  },
)

journey('progress reported with a photograph moves the figure, the lamp and the trail', async ({ visits }) => {
  const page = await visits.as('zhangwei', phone)
  await list(page, '滞后').waitFor()
  if (!(await list(page, '进行中').isVisible())) await page.getByText('进行中').first().click()
  await list(page, '进行中').getByRole('link', { name: '进山公路提升', exact: true }).click()
  const lamp = page.getByRole('complementary').getByText(/^(正常|超前)$/)
  expect(await lamp.textContent()).toBe('正常')
  const photograph = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) }
  await report(page, 99, '标牌已全部就位，只剩复核', photograph)

  await page.getByRole('status').filter({ hasText: '已填报 99%' }).waitFor()
  await expect.poll(() => progress(page).getAttribute('value')).toBe('99')
  await expect.poll(() => lamp.textContent()).toBe('超前')
  const newest = page.getByRole('listitem').filter({ hasText: '标牌已全部就位，只剩复核' })
  const picture = newest.getByRole('link', { name: /^查看材料/ }).locator('img')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img: { naturalWidth: number }) => img.naturalWidth)).toBeGreaterThan(0)
})

journey(
  'a red lamp gives its rule, facts and record, which this browser proves; who disagrees objects',
  async ({ visits }) => {
    const page = await visits.as('zhangwei', phone)
    await openLateNode(page)
    await page.getByRole('button', { name: '为什么', exact: true }).click()
    const why = panel(page, '为什么是这盏灯')
    await why.getByText('规则 five-lamps').waitFor()
    await why.getByText('完成时限').first().waitFor()
    await why.getByText('本机已按公布的根核验').first().waitFor()
    await expect.poll(() => why.getByText('正在核验').count()).toBe(0)
    expect(await why.getByText('与公布的根不符').count()).toBe(0)

    await why.getByRole('button', { name: '我不同意这盏灯' }).click()
    const form = panel(page, '对这盏灯有异议')
    await form.getByLabel('为什么不同意').fill('剩余三户 11 月才纳入范围，有会议纪要')
    await form.getByRole('button', { name: '提出异议' }).click()
    await page.getByRole('status').filter({ hasText: '异议已提出' }).waitFor()
    await page.getByRole('heading', { name: '异议', exact: true }).waitFor()
    await page.getByText('剩余三户 11 月才纳入范围，有会议纪要').first().waitFor()
  },
)

journey('what is reported in one tab stands in the other, and a stale tab turns nothing back', async ({ visits }) => {
  const page = await visits.as('zhangwei', phone)
  await list(page, '今天要办').getByRole('link', { name: '客货邮融合线路开通', exact: true }).click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('heading', { name: '过程' }).waitFor()
  await report(page, 95, '第一个窗口填报')
  await page.getByRole('status').filter({ hasText: '已填报 95%' }).waitFor()
  await report(other, 90, '第二个窗口还停在旧进度')
  await other.getByRole('alert').filter({ hasText: '已填报到 95%，不能改低' }).waitFor()
  await other.reload()
  await other.getByText('第一个窗口填报').waitFor()
  expect(await progress(other).getAttribute('value')).toBe('95')
})

journey('the back button leads from a form on a node to today', async ({ visits }) => {
  const page = await visits.as('zhangwei', phone)
  await openLateNode(page)
  await page.getByRole('button', { name: '填报进度' }).click()
  await panel(page, '填报进度').waitFor()
  await page.goBack()
  await list(page, '滞后').waitFor()
})
