import { expect } from 'vitest'
import { desk, phone, settle } from './browser.ts'
import { journey } from './journey.ts'

const title = '报送冬季能源保供方案'
const paper = { name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from('冬季能源保供方案') }

/** The last day of the year at five, as the field wants it. */
const due = `${new Date().getFullYear() + 1}-12-31T17:00`

journey(
  'the offices give a matter, the unit acknowledges and answers it, and the offices accept',
  async ({ visits }) => {
    const offices = await visits.as('liufang', desk)
    await offices.getByRole('link', { name: '督办台' }).click()
    await offices.getByRole('link', { name: '交办事项' }).click()
    await offices.getByLabel('哪次会议、谁的批示').fill('县长批示')
    await offices.getByLabel('事项', { exact: true }).fill(title)
    await offices.getByLabel('要求').fill('报送方案一份，明确责任单位和时间')
    await offices.getByLabel('牵头单位').fill('发改')
    await offices.getByRole('button', { name: '县发改局', exact: true }).click()
    await offices.getByLabel('办结时限').fill(due)
    await offices.getByRole('button', { name: '交办', exact: true }).click()
    await offices.getByRole('heading', { name: title, level: 1 }).waitFor()

    const unit = await visits.as('wangjianguo', phone)
    await unit.getByRole('link', { name: '督办', exact: true }).click()
    await unit.getByRole('link', { name: title }).click()
    await unit.getByRole('button', { name: '签收' }).click()
    await unit.getByText(/王建国 .* 签收/).waitFor()
    await unit.getByRole('button', { name: '提交办理结果' }).click()
    const form = unit.getByRole('dialog', { name: '提交办理结果' })
    await form.getByLabel('办理情况').fill('方案已印发')
    await form.getByLabel('选文件').setInputFiles(paper)
    await form.getByRole('button', { name: '提交', exact: true }).click()
    await unit.getByText('结果已提交，等待').waitFor()

    await offices.reload()
    await offices.getByRole('button', { name: '验收通过' }).click()
    await offices.getByRole('dialog', { name: '验收通过' }).getByRole('button', { name: '确认' }).click()
    await offices.getByText('已验收办结。').waitFor()
  },
)

journey('the discipline officer gets facts without a task, the complainant masked', async ({ visits }) => {
  const page = await visits.as('wujing', desk)
  await page.getByRole('link', { name: '纪检收件' }).click()
  await page.getByRole('link', { name: '东街路灯长期不亮整改' }).click()
  await page.getByText('已脱敏，不提供').waitFor()
  expect(await page.getByText('毛阿根').count()).toBe(0)
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
})

journey('each passing tells why, and the filters of the queue stand in the address', async ({ visits }) => {
  const page = await visits.as('liufang', desk)
  await page.getByRole('link', { name: '督办台' }).click()
  const narrowed = page.waitForResponse((response) => response.url().includes('kind=duty'))
  await page.getByRole('button', { name: '批示和会议交办' }).click()
  await page.waitForURL((url) => url.searchParams.get('kind') === 'duty')
  await (await narrowed).finished()
  await settle(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '为什么升级' }).click()
  const why = page.getByRole('dialog', { name: '为什么升级' })
  await why
    .getByText(/上一级督办满 \d+ 个工作/)
    .first()
    .waitFor()
  await why
    .getByText(/规则 standard/)
    .first()
    .waitFor()
})
