import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk } from './browser.ts'
import { journey } from './journey.ts'
import { projectXml } from './project-xml.ts'

type File = ReturnType<typeof projectXml>

async function choose(page: Page, file: File): Promise<void> {
  await page.goto('/projects/import')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('可以导入：3 个任务，1 条链接，日期照文件保留。').waitFor()
  await page.getByText('2027-03-01 至 2027-03-26').waitFor()
}

async function importDraft(page: Page, title: string): Promise<void> {
  await choose(page, projectXml(title))
  await page.getByLabel('项目名称').fill(title)
  await page.getByRole('button', { name: '导入为草稿' }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

journey(
  'a lead brings a plan from Project, reads what is not taken over, says who a resource is, and takes the plan back out with its dates',
  async ({ visits }) => {
    const page = await visits.as('wangjianguo', desk)
    await choose(page, projectXml('北界连接线'))
    await page.getByText(/^没有采用的内容（\d+ 种）$/).click()
    await page.getByRole('listitem').filter({ hasText: 'Project/Tasks/Task/Cost 1 处，1 处有内容' }).waitFor()
    await page.getByRole('heading', { name: '1 个资源还没有对应到本县的单位或人员' }).waitFor()
    await page.getByLabel('外聘监理 责任单位').fill('水利局')
    await page.getByRole('button', { name: '再对一次' }).click()
    await page.getByText('已对应 2 个资源').waitFor()
    await page.getByRole('button', { name: '导入为草稿' }).click()
    await page.getByRole('heading', { name: '北界连接线', level: 1 }).waitFor()
    await page.getByRole('row', { name: /勘察 & 设计/ }).waitFor()

    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 Project' }).click()
    const buffer = await readFile(await (await saving).path())
    expect(buffer.toString()).toContain('<Name>勘察 &amp; 设计</Name>')
    await choose(page, { name: '导出.xml', mimeType: 'text/xml', buffer })
    await page.getByText('已对应 2 个资源').waitFor()
  },
)

journey(
  'what is written in a plan and not saved yet is not lost by a slip: links, the back button and a reload ask first',
  async ({ visits }) => {
    const page = await visits.as('wangjianguo', desk)
    await importDraft(page, '南门步道')
    await page.getByRole('link', { name: '编制计划' }).click()
    await page.getByRole('grid', { name: '节点表' }).focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('前期工作')
    await page.keyboard.press('Enter')
    const count = page.getByRole('status').filter({ hasText: '1 项修改未保存' })
    await count.waitFor()
    const question = page.getByRole('dialog', { name: '有修改还没有保存' })
    const stay = async () => {
      await question.getByRole('button', { name: '留下继续编辑' }).click()
      await question.waitFor({ state: 'detached' })
      await count.waitFor()
    }
    await page.getByRole('link', { name: '南门步道' }).click()
    await stay()
    await page.evaluate('history.back()')
    await stay()
    const asked = new Promise((resolve) => page.once('dialog', (dialog) => resolve(dialog.dismiss())))
    await page.evaluate('setTimeout(() => location.reload())')
    await asked
    await count.waitFor()

    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('还没有修改').waitFor()
    await page.getByRole('link', { name: '南门步道' }).click()
    await page.getByRole('row', { name: /前期工作/ }).waitFor()
  },
)

journey(
  'a name given on the mind map waits for its saving, and is given up only when one says so',
  async ({ visits }) => {
    const page = await visits.as('wangjianguo', desk)
    await importDraft(page, '西溪驿站')
    await page.getByRole('link', { name: '思维导图' }).click()
    const rename = async (title: string) => {
      await page
        .locator('me-tpc')
        .filter({ hasText: /^监理招标$/ })
        .click()
      await page.keyboard.press('F2')
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(title)
      await page.keyboard.press('Enter')
      await page.getByText('有未保存的修改').waitFor()
    }
    await rename('监理比选')
    const question = page.getByRole('dialog', { name: '有修改还没有保存' })
    await page.getByRole('link', { name: '看板' }).click()
    await question.getByRole('button', { name: '留下继续编辑' }).click()
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByRole('status').filter({ hasText: '已保存：新增 0，修改 1，删除 0' }).waitFor()
    await page.getByText('没有修改', { exact: true }).waitFor()
    await page.getByRole('link', { name: '大纲' }).click()
    await page.getByRole('row', { name: /监理比选/ }).waitFor()
  },
)
