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
