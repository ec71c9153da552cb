import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone } from './browser.ts'
import { journey } from './journey.ts'

const title = '北街过街天桥下 12 个摊点规范入市'
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })
const told = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
const inThreeWeeks = () => new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)

async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: '攻坚榜' }).click()
  await page.getByRole('button', { name: '发布攻坚事项' }).click()
  const form = panel(page, '发布攻坚事项')
  await form.getByLabel('事项').fill(title)
  await form.getByLabel('地点').fill('妙高街道北街')
  await form.getByLabel('要达到的目标').fill('12 个摊点全部进入便民市场，旧址三天无回潮')
  await form.getByLabel('分值').fill('15')
  await form.getByLabel('完成时限').fill(inThreeWeeks())
  await form.getByRole('button', { name: '发布攻坚事项' }).click()
  await told(page, '已办理')
}

async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click()
  await panel(page, '全部栏目').getByRole('link', { name: '攻坚榜' }).click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '组队揭榜' }).click()
  const form = panel(page, '组队揭榜')
  await form.getByLabel('按姓名添加队员').fill('周敏')
  await form
    .getByRole('button', { name: /^周敏 / })
    .first()
    .click()
  await form.getByLabel('张伟 分成（%）').fill('60')
  await form.getByLabel('周敏 分成（%）').fill('40')
  await form.getByLabel('怎么干').fill('先看市场摊位，再逐户商量，搬迁当天一起出车')
  await form.getByRole('button', { name: '组队揭榜' }).click()
  await page.getByText('攻坚中', { exact: true }).waitFor()
}

async function handIn(page: Page): Promise<void> {
  const photograph = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) }
  await page.getByRole('button', { name: '提交成果' }).click()
  const form = panel(page, '提交成果')
  await form.getByLabel('成果说明').fill('12 个摊点全部入市，旧址已清扫')
  expect(await form.getByRole('button', { name: '提交成果' }).isDisabled()).toBe(true)
  await form.getByLabel('拍照').setInputFiles(photograph)
  await form.getByRole('button', { name: '提交成果' }).click()
  await told(page, '成果已提交，等待验收')
}

async function score(page: Page): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  const evidence = page.getByRole('link', { name: /^查看材料/ }).locator('img')
  await expect.poll(() => evidence.evaluate((img: { naturalWidth: number }) => img.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('button', { name: '验收并计分' }).click()
  const form = panel(page, '验收并计分')
  await form.getByLabel('验收意见').fill('现场查看属实')
  await form.getByRole('button', { name: '验收并计分' }).click()
  await page.getByText('验收通过，15 分按分成记入队员账户').waitFor()
}

journey(
  'a hard case is published, claimed by a team, handed in with a photograph and scored; the points stand on the board',
  async ({ visits }) => {
    const publisher = await visits.as('lixiaoyan', desk)
    await publish(publisher)
    const leader = await visits.as('zhangwei', phone)
    await claim(leader)
    await handIn(leader)
    await score(publisher)

    const line = leader.getByRole('listitem').filter({ hasText: title })
    const isGiven = async () => {
      await leader.goto('/points')
      await leader.getByText('合计').waitFor()
      return line.isVisible()
    }
    await expect.poll(isGiven, { interval: 1000 }).toBe(true)
    expect(await line.textContent()).toContain('+9 分')
    await leader.goto('/board?of=persons')
    await leader.getByRole('button', { name: '查看张伟的积分来源' }).click()
    await leader.getByRole('dialog').getByRole('listitem').filter({ hasText: title }).waitFor()
  },
)
