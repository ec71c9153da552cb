import { expect } from 'vitest'
import { desk } from './browser.ts'
import { journey } from './journey.ts'

journey('the administrator sees what left the platform, and sends again what did not arrive', async ({ visits }) => {
  const page = await visits.as('huangtao', desk)
  await page.getByRole('link', { name: '对外通知' }).click()
  const channel = page.getByRole('listitem').filter({ hasText: '县数据交换平台' }).first()
  await channel.getByText(/今日送达 [1-9]\d* 条/).waitFor()
  const again = page.getByRole('button', { name: '重新发送', exact: true })
  const before = await again.count()
  expect(before).toBeGreaterThan(0)
  await again.first().click()
  await page.getByText('已重新排队 1 条').waitFor()
  await expect.poll(() => again.count()).toBe(before - 1)
})

journey(
  'the administrator finds a person and issues a code; the auditor reads who did it, and can do nothing',
  async ({ visits }) => {
    const page = await visits.as('huangtao', desk)
    await page.getByRole('link', { name: '账号管理' }).click()
    await page.getByLabel('按姓名找人').fill('周敏')
    await page.getByRole('button', { name: '选 周敏' }).first().click()
    await page.getByRole('button', { name: '发激活码' }).click()
    await page.getByText('激活码只显示这一次').waitFor()
    const audit = await visits.as('makun', desk)
    await audit.getByRole('link', { name: '身份审计' }).click()
    await audit.getByText('发激活码 · 周敏').first().waitFor()
    await audit
      .getByText(/经手 .*黄涛/)
      .first()
      .waitFor()
    expect(await audit.getByRole('link', { name: '账号管理' }).count()).toBe(0)
  },
)
