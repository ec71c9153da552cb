import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settle } from './browser.ts'
import type { Somebody } from './county-people.ts'

/** Signs in by the code that the demonstration shows on the page, and waits until the door is behind. */
export async function enter(page: Page, number: string): Promise<void> {
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByLabel('验证码').fill(await shownCode(page, /登录验证码 \d{6}/))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('验证码').waitFor({ state: 'detached' })
}

/** The code of the message that the demonstration shows instead of sending it. */
export async function shownCode(page: Page, message: RegExp): Promise<string> {
  const text = await page.getByText(message).textContent()
  return /\d{6}/.exec(text ?? '')?.[0] ?? ''
}

/** Has name and number checked against the household register; the page is where that is asked for. */
export async function identify(page: Page, { name, number }: Somebody): Promise<void> {
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('身份证号码').fill(number)
  await page.getByRole('button', { name: '核验' }).click()
}

/** WCAG 2.2 AA by axe, and nothing that sticks out to the side. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')).toBe(false)
}
