import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }
export type Size = typeof phone

/** Nothing waits for a while; everything waits for something, on a slow machine as long as this. */
const patienceMs = 20_000
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser as journeys and pictures use it. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags })
}

/** A browser of a person in Suichang. */
export async function newContext(browser: Browser, baseURL: string, viewport: Size): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(patienceMs)
  return context
}

/** Fills in the door and waits until one is in. */
export async function signIn(page: Page, login: string, password = ''): Promise<void> {
  await knock(page, login, password)
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** Fills in the door, whatever it answers. */
export async function knock(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Waits until nothing loads and nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main[aria-busy]').waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  await page.getByRole('status', { name: '正在载入' }).first().waitFor({ state: 'detached' })
  const moving = 'document.getAnimations().some((each) => each.playState === "running")'
  while (await page.evaluate<boolean>(moving)) await sleep(50)
}
