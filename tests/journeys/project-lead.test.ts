import type { Page } from 'playwright-core'
import { desk } from './browser.ts'
import { journey } from './journey.ts'

async function openFirst(page: Page, group: string): Promise<void> {
  await page.getByRole('list', { name: group, exact: true }).getByRole('link').first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
}

const told = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor()

journey('a lead accepts one deliverable and returns another with a reason that its owner reads', async ({ visits }) => {
  const page = await visits.as('wangjianguo', desk)
  await openFirst(page, '待我处理')
  await page.getByRole('button', { name: '验收通过' }).click()
  await page.getByRole('dialog', { name: '验收通过' }).getByRole('button', { name: '验收通过' }).click()
  await told(page, '已验收')
  await page.getByText(/^已于 .* 验收完成。$/).waitFor()

  const accepted = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: '今日' }).click()
  await page.getByRole('link', { name: `验收：${accepted}` }).waitFor({ state: 'detached' })
  await openFirst(page, '待我处理')
  await page.getByRole('button', { name: '退回' }).click()
  const form = page.getByRole('dialog', { name: '退回成果' })
  await form.getByLabel('退回理由').fill('缺第三展厅的施工图，请补齐后再报')
  await form.getByRole('button', { name: '退回' }).click()
  await told(page, '已退回')
  await page.getByRole('complementary').getByText('已退回').waitFor()
  await page.getByRole('complementary').getByText('出错', { exact: true }).waitFor()
  await page.getByRole('listitem').filter({ hasText: '缺第三展厅的施工图，请补齐后再报' }).waitFor()
})

journey('a lead answers an objection with reasons, and it leaves the list of today', async ({ visits }) => {
  const page = await visits.as('lixiaoyan', desk)
  const answer = page.getByRole('link', { name: /^答复：/ }).first()
  const of = await answer.getAttribute('aria-label')
  await answer.click()
  const form = page.getByRole('dialog', { name: '答复异议' })
  await form.getByRole('radio', { name: '异议成立', exact: true }).check()
  await form.getByLabel('答复理由').fill('施工招标确实晚验收 3 天，计划相应顺延')
  await form.getByRole('button', { name: '答复' }).click()
  await told(page, '异议已答复')
  await page.getByRole('list', { name: '待我处理' }).waitFor()
  await page.getByRole('link', { name: of ?? '' }).waitFor({ state: 'detached' })
})
