import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone, signIn } from './browser.ts'
import { journey, world } from './journey.ts'

const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true })
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const kept = '1 项已存在本机，待联网发送'

/** Waits until the device could open the pages and the day without network. */
async function readyForTheRoad(page: Page): Promise<void> {
  await page.goto('/today')
  await list(page, '滞后').waitFor()
  const files = `caches.open('xianqu-pages-1').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => url).join())`
  for (const part of ['day-page', 'node-day-line', 'node-page', 'outbox-page', 'send-report'])
    await expect.poll(() => page.evaluate<string>(files)).toContain(part)
}

/** Fills in the form that was opened, and sends it; gives the address of its node. */
async function fillIn(page: Page, note: string): Promise<string> {
  const form = page.getByRole('dialog', { name: '填报进度' })
  await form.waitFor()
  const node = new URL(page.url()).pathname
  await form.getByLabel('进展说明').fill(note)
  const buffer = await page.screenshot({ type: 'jpeg' })
  await form.getByLabel('拍照').setInputFiles({ name: 'site.jpg', mimeType: 'image/jpeg', buffer })
  await form.getByText('site.jpg').waitFor()
  await form.getByRole('button', { name: /^填报 \d+%$/ }).click()
  return node
}

async function entriesWith(page: Page, node: string, note: string) {
  const answer = await page.request.get(`/api${node}`)
  const { trail } = (await answer.json()) as { trail: { note: string; evidence: unknown[] }[] }
  return trail.filter((step) => step.note === note)
}

journey('a report with a photograph made without network outlives a reload and is sent once', async ({ visits }) => {
  const page = await visits.as('zhangwei', phone)
  await readyForTheRoad(page)
  await page.context().setOffline(true)

  await page.goto('/today')
  await said(page, '现在没有网络').waitFor()
  await list(page, '滞后').getByRole('link', { name: /^填报/ }).first().click()
  const node = await fillIn(page, '山上没有信号，已浇筑完成')
  await said(page, kept).first().waitFor()

  await page.reload()
  await said(page, kept).waitFor()
  await page.getByRole('link', { name: '查看', exact: true }).click()
  await page.getByRole('img', { name: 'site.jpg' }).waitFor()
  expect(await entriesWithout(page)).toBe('cut')

  await page.context().setOffline(false)
  await page.getByText('没有待发送的内容').waitFor()
  const entries = await entriesWith(page, node, '山上没有信号，已浇筑完成')
  expect(entries.map(({ evidence }) => evidence.length)).toEqual([1])
})

journey(
  'a report whose answer was lost on the way is kept, sent again under its key and recorded once',
  async ({ visits }) => {
    const page = await visits.as('zhangwei', phone)
    await readyForTheRoad(page)
    let lost = 0
    await page.route('**/api/nodes/*/reports', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort('internetdisconnected')
    })
    await list(page, '滞后').getByRole('link', { name: /^填报/ }).first().click()
    const node = await fillIn(page, '回执丢在半路')
    await expect.poll(() => lost).toBe(2)
    await expect.poll(() => said(page, '待联网发送').count()).toBe(0)
    expect(await entriesWith(page, node, '回执丢在半路')).toHaveLength(1)
  },
)

journey(
  'what one keeps on a shared phone is not seen by the next, and signing out warns before it is lost',
  async ({ visits }) => {
    const page = await visits.as('zhangwei', phone)
    await readyForTheRoad(page)
    await page.route('**/api/nodes/*/reports', (route) => route.abort('internetdisconnected'))
    await list(page, '滞后').getByRole('link', { name: /^填报/ }).first().click()
    await fillIn(page, '还没发出去')
    await said(page, kept).first().waitFor()

    await page.context().clearCookies()
    await page.goto('/sign-in')
    await signIn(page, 'lixiaoyan', world.passwords.lixiaoyan)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await said(page, '已存在本机').count()).toBe(0)

    await page.context().clearCookies()
    await page.goto('/sign-in')
    await signIn(page, 'zhangwei', world.passwords.zhangwei)
    await said(page, kept).waitFor()
    await page.goto('/me')
    await page.getByRole('button', { name: '退出登录' }).last().click()
    await page.getByRole('alert').filter({ hasText: '还有 1 项没有发送' }).waitFor()
    await page.getByRole('button', { name: '放弃并退出' }).click()
    await page.getByLabel('账号').waitFor()
    const left = `indexedDB.databases().then(() => new Promise((done) => {
    const open = indexedDB.open('xianqu')
    open.onsuccess = () => {
      const ask = open.result.transaction(['acts', 'answers'])
      const counts = ['acts', 'answers'].map((name) => ask.objectStore(name).count())
      ask.oncomplete = () => done(counts.map(({ result }) => result))
    }
  }))`
    await expect.poll(() => page.evaluate<number[]>(left)).toEqual([0, 0])
  },
)

/** Proof that the network is really cut for the page. */
function entriesWithout(page: Page): Promise<string> {
  return page.evaluate(`fetch('/api/health').then(() => 'there', () => 'cut')`)
}
