import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone, settle } from './browser.ts'
import { journey } from './journey.ts'

/** 吴丽萍 of the demonstration's scripts. */
const wu = { phone: '13905780001', name: '吴丽萍', number: '331199199001010020' }

async function enter(page: Page, number: string): Promise<void> {
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const message = await page.getByText(/登录验证码 \d{6}/).textContent()
  await page.getByLabel('验证码').fill(/\d{6}/.exec(message ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  expect(isWide).toBe(false)
}

journey(
  'a resident shows a certificate by a code; a stranger photographs it and sees what was chosen, no more',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/portal/certificates')
    await enter(page, wu.phone)
    await page
      .getByRole('link', { name: /无房证明.*有效/ })
      .first()
      .waitFor()
    await expectAccessible(page)
    await page
      .getByRole('link', { name: /无房证明.*有效/ })
      .first()
      .click()
    await page.getByRole('heading', { name: '出示', exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '出示', exact: true }).click()
    const picture = await page.getByRole('img', { name: '亮证二维码，请对方扫描' }).screenshot()
    await page.getByText(/4 分 \d+ 秒后失效/).waitFor()
    const stranger = await visits.open(phone)
    await stranger.goto('/verify')
    await stranger.getByLabel('您是谁').fill('县农商银行')
    await stranger
      .getByLabel('拍二维码，或选择 PDF、照片')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
    await stranger.getByRole('heading', { name: '有效', exact: true }).waitFor()
    await stranger.getByText(wu.name).waitFor()
    expect(await stranger.getByText(wu.number).count()).toBe(0)
    await expectAccessible(stranger)
    await page.reload()
    await page.getByText('县农商银行').waitFor()
  },
)

journey('a clerk issues a certificate at the desk, and finds it by its holder’s number', async ({ visits }) => {
  const page = await visits.as('zhoumin', desk)
  await page.getByRole('link', { name: '证照签发' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: '签发证照' }).click()
  await page.getByLabel('证照类型').selectOption({ label: '无房证明' })
  await page.getByLabel('姓名').fill('何大根')
  await page.getByLabel('公民身份号码').fill('331199194403020018')
  await expectAccessible(page)
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await page.getByText('331199********0018').waitFor()
  await page.getByRole('link', { name: '证照签发' }).first().click()
  await page.getByLabel('证照编号、身份号码或信用代码').fill('331199194403020018')
  await page.getByRole('button', { name: '查找' }).click()
  await page
    .getByRole('link', { name: /无房证明.*何\*\*/ })
    .first()
    .waitFor()
  await expectAccessible(page)
})
