import type { Page } from 'playwright-core'
import { desk } from './browser.ts'
import { journey } from './journey.ts'
import { dayFromNow, type PlanLine, plan, planFile } from './plan-file.ts'

async function upload(page: Page, lines: readonly PlanLine[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(await planFile(lines))
}

/** Chooses by the keyboard, which also reaches what the list shows only when scrolled to. */
async function match(page: Page, column: string, field: string): Promise<void> {
  const choice = page.getByRole('combobox', { name: column })
  await choice.click()
  const active = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active')
  for (let at = 0; at < 11 && (await active.textContent()) !== field; at++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.ant-select').filter({ has: choice }).getByText(field, { exact: true }).waitFor()
}

journey(
  'a unit head imports a plan that somebody else made: columns matched on screen, the wrong row named, then mended, proposed and approved',
  async ({ visits }) => {
    const page = await visits.as('wangjianguo', desk)
    await page.getByRole('link', { name: '项目', exact: true }).click()
    await page.getByRole('link', { name: '导入计划' }).click()
    await upload(page, plan('2027年2月30日'))

    await page.getByText('还缺必填列：责任单位、计划开始、完成时限').waitFor()
    await match(page, 'C 列 哪家干', '责任单位')
    await match(page, 'D 列 干成什么样', '交付成果')
    await match(page, 'E 列 哪天动工', '计划开始')
    await match(page, 'F 列 哪天交账', '完成时限')
    await page.getByText('必填列已齐').waitFor()
    await page.getByRole('button', { name: '检查全部行' }).click()

    await page.getByText('有 1 处问题').waitFor()
    await page.getByRole('row', { name: /^5 E 计划开始 .*2027年2月30日/ }).waitFor()
    await page.getByRole('button', { name: '重新上传' }).click()
    await upload(page, plan(dayFromNow(5)))

    await page.getByText('全部 4 行可以导入').waitFor()
    await page.getByLabel('项目名称').fill('青山湖步道')
    await page.getByRole('button', { name: '导入为草稿' }).click()
    await page.getByRole('heading', { name: '青山湖步道', level: 1 }).waitFor()
    await page.getByRole('button', { name: '提请启动' }).click()
    await page.getByRole('status').filter({ hasText: '已提请启动，等待批准' }).waitFor()

    const leader = await visits.as('chenshumin', desk)
    await leader.goto(page.url())
    await leader.getByText('王建国 提请启动').waitFor()
    await leader.getByRole('button', { name: '批准启动' }).click()
    await leader.getByText('推进中').waitFor()
  },
)
