import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone, settle } from './browser.ts'
import { journey } from './journey.ts'
import { enter, expectAccessible } from './portal.ts'

const television = { width: 1920, height: 1080 }

/** The lowest of what a thumb must hit, in pixels. */
const lowestTarget = (page: Page) =>
  page.evaluate<number>(
    'Math.min(...[...document.querySelectorAll("main a, main button, nav a")].map((each) => each.getBoundingClientRect().height))',
  )

/** The smallest type of a page, in pixels. */
const smallestType = (page: Page) =>
  page.evaluate<number>(
    'Math.min(...[...document.querySelectorAll("p, h1, h2, button, input")].map((each) => parseFloat(getComputedStyle(each).fontSize)))',
  )

journey('a resident says what they want, reads what it takes, and is asked who they are', async ({ visits }) => {
  const page = await visits.open(phone)
  await page.goto('/portal')
  await expectAccessible(page)
  await page.getByLabel('要办什么事？用平常的话说').fill('租房怎么提公积金')
  await page.getByRole('button', { name: '搜索' }).click()
  await page.getByRole('link', { name: /租房/ }).first().click()
  await page.getByRole('heading', { name: '这些不用您交，由数据带来' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: '开始办理' }).click()
  await page.getByRole('heading', { name: '登录办事' }).waitFor()
  await expectAccessible(page)
  await enter(page, '13900002001')
  await page.getByRole('link', { name: '先实名，一次即可' }).click()
  await page.getByLabel('姓名').fill('张三')
  await page.getByLabel('身份证号码').fill('331199199001010011')
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByRole('alert').getByText('身份证号码不对').waitFor()
  await expectAccessible(page)
})

journey('an old person turns on large type, and it stays on every page after that', async ({ visits }) => {
  const page = await visits.open(phone)
  await page.goto('/portal')
  await page.getByRole('button', { name: '大字版' }).click()
  await settle(page)
  expect(await lowestTarget(page)).toBeGreaterThanOrEqual(60)
  await expectAccessible(page)
  await page.goto('/portal/sign-in')
  await page.getByRole('button', { name: '标准版' }).waitFor()
  expect(await smallestType(page)).toBeGreaterThanOrEqual(22)
  await expectAccessible(page)
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  expect(wide).toBe(false)
})

journey('a resident who is somebody at home helps nobody without their consent, and signs out', async ({ visits }) => {
  const page = await visits.open(phone)
  await page.goto('/portal/me')
  await enter(page, '13900002002')
  await page.getByRole('link', { name: '帮人办、请人办' }).click()
  await page.getByText('还没有委托。').waitFor()
  await page.getByRole('link', { name: '先实名，再委托' }).waitFor()
  await page.goto('/portal/looks')
  await page.getByText('还没有人查过您的数据。').waitFor()
  await expectAccessible(page)
  await page.goto('/portal/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('link', { name: '手机号登录，看我的办件和证照' }).waitFor()
})

journey('television is walked by four arrows and OK, with type that is read from the sofa', async ({ visits }) => {
  const page = await visits.open(television)
  await page.goto('/portal/tv')
  await page.getByRole('button', { name: '手机号登录' }).waitFor()
  await settle(page)
  await expectAccessible(page)
  const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""')
  await expect.poll(focused).toBe('手机号登录')
  expect(await smallestType(page)).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).not.toBe('手机号登录')
  const first = await focused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(focused).not.toBe(first)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登录后办理' }).waitFor()
  await expect.poll(focused).toBe('登录后办理')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '您的手机号' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '登录后办理' }).waitFor()
})
