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

journey('the security administrator appoints somebody, sees it, and takes the post away again', async ({ visits }) => {
  const page = await visits.as('sunli', desk)
  await page.getByText('今天没有要办的事').waitFor()
  expect(await page.getByRole('link', { name: '我的积分' }).count()).toBe(0)
  await page.getByRole('link', { name: '职务任免' }).click()
  await page.getByLabel('按姓名找人').fill('马坤')
  await page.getByRole('button', { name: '选 马坤' }).first().click()
  await page.getByLabel('按名称找单位').fill('科学技术局')
  await page.getByRole('button', { name: '选 遂昌县科学技术局' }).click()
  const clerk = page.getByRole('listitem').filter({ hasText: /^经办人/ })
  await clerk.getByRole('button', { name: '任命 经办人' }).click()
  await clerk.getByRole('button', { name: '确认任命 经办人' }).click()
  await clerk.getByText('已任此职').waitFor()
  const post = page.getByRole('listitem').filter({ hasText: '县科技局' }).filter({ hasText: '任职，' })
  await post.getByRole('button', { name: '免去' }).click()
  await post.getByRole('button', { name: '确认免去' }).click()
  await post.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '换单位' }).click()
  await page.getByLabel('按名称找单位').fill('遂昌县数据局')
  await page.getByRole('button', { name: '选 遂昌县数据局', exact: true }).click()
  await page.getByRole('button', { name: '任命 系统管理员' }).click()
  await page.getByRole('button', { name: '确认任命 系统管理员' }).click()
  await page.getByRole('alert').getByText('系统、安全、审计三员不得兼任').waitFor()
})

journey('the security administrator makes sign-in stricter than the pack, and not laxer', async ({ visits }) => {
  const page = await visits.as('sunli', desk)
  await page.goto('/powers')
  const idle = page.getByLabel('多少分钟不操作就退出')
  await idle.fill('45')
  await page.getByText('请填 1 至 20 的整数').waitFor()
  expect(await page.getByRole('button', { name: '保存改动' }).count()).toBe(0)
  await idle.fill('15')
  await page.getByText('20 分钟 改为 15 分钟').waitFor()
  await page.getByRole('button', { name: '保存改动' }).click()
  await page.getByRole('button', { name: '确认保存' }).click()
  await page.getByText('现在 15 分钟').waitFor()
  await idle.fill('20')
  await page.getByRole('button', { name: '保存改动' }).click()
  await page.getByRole('button', { name: '确认保存' }).click()
  await page.getByText('现在 20 分钟').waitFor()
})
