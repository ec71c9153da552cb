import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone } from './browser.ts'
import { countyPeople, type Somebody } from './county-people.ts'
import { journey, world } from './journey.ts'
import { enter, expectAccessible, identify } from './portal.ts'

const { traveller } = await countyPeople()
const button = '用政务服务网登录'
const refusal = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text }).waitFor()

/** Says at the provider's own page who is there, and answers it. */
async function tellProvider(page: Page, account: string, { name, number }: Somebody, answer: string): Promise<void> {
  await page.waitForURL((url) => url.origin === new URL(world.provider.url).origin)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('身份证号码').fill(number)
  await page.getByRole('button', { name: answer, exact: true }).click()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('link', { name: '手机号登录，看我的办件和证照' }).waitFor()
  await page.goto('/portal/me')
}

journey(
  'who has come by phone is the same resident by the province’s platform, at the first time and at the second',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/portal/me')
    await enter(page, '13900002041')
    await page.goto('/portal/identity')
    await identify(page, traveller)
    await page.getByText('已实名').first().waitFor()
    await page.goto('/portal/me')
    const before = await page.getByText(/139.*2041/).textContent()
    await leave(page)
    await expectAccessible(page)
    for (const answer of ['同意授权', '同意授权']) {
      await page.getByRole('link', { name: button }).click()
      await tellProvider(page, 'traveller', traveller, answer)
      await page.getByRole('heading', { name: traveller.name }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/portal/me')
      expect(await page.getByText(/139.*2041/).textContent()).toBe(before)
      await leave(page)
    }
    await page.getByRole('link', { name: button }).click()
    await tellProvider(page, 'another account', traveller, '同意授权')
    await refusal(page, '您的身份已绑定那边的另一个账号')
  },
)

journey(
  'who does not consent over there, or finds it broken, is told so at the door, and the phone still opens it',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/portal/me')
    await page.getByRole('link', { name: button }).click()
    await tellProvider(page, 'nobody', traveller, '取消')
    await refusal(page, '没有完成')
    await expectAccessible(page)
    await page.getByRole('link', { name: button }).click()
    await tellProvider(page, 'nobody', traveller, '同意，随后故障')
    await refusal(page, '暂时无法使用')
    await page.getByRole('link', { name: button }).click()
    await tellProvider(page, 'nobody', { ...traveller, number: '331199199001010011' }, '同意授权')
    await refusal(page, '身份证号码不对')
    await enter(page, '13900002042')
    await page.waitForURL((url) => url.pathname === '/portal')
  },
)
