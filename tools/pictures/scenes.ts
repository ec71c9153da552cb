import type { Page } from 'playwright-core'
import { desk, phone, type Size } from '../../tests/journeys/browser.ts'
import { dayFromNow, plan, planFile } from '../../tests/journeys/plan-file.ts'

const hall = { width: 1920, height: 1080 }

/** What a picture shows: who looks, at what size, and what that person opens. */
export type Scene = {
  readonly name: string
  readonly login?: string
  readonly size: Size
  readonly play: (page: Page) => Promise<void>
}

/** The pictures of the README. */
export const pictures: readonly Scene[] = [
  { name: 'sign-in-390', size: phone, play: (page) => page.getByLabel('账号').waitFor() },
  { name: 'today-390', login: 'zhangwei', size: phone, play: (page) => page.getByRole('list').first().waitFor() },
  {
    name: 'node-why-390',
    login: 'zhangwei',
    size: phone,
    play: async (page) => {
      await openLateNode(page)
      await openWhy(page)
    },
  },
  {
    name: 'projects-1440',
    login: 'chenshumin',
    size: desk,
    play: (page) => openProjects(page),
  },
  {
    name: 'project-1440',
    login: 'chenshumin',
    size: desk,
    play: async (page) => {
      await openProjects(page)
      await page.getByRole('list', { name: '项目' }).getByRole('link').first().click()
      await page.getByRole('treegrid').waitFor()
    },
  },
  {
    name: 'gantt-1440',
    login: 'chenshumin',
    size: desk,
    play: async (page) => {
      await page.goto('/projects?search=衢丽')
      await page.getByRole('list', { name: '项目' }).getByRole('link').first().click()
      await page.getByRole('link', { name: '甘特图' }).click()
      await page.getByRole('tree', { name: '甘特图' }).waitFor()
    },
  },
  {
    name: 'board-1440',
    login: 'chenshumin',
    size: desk,
    play: async (page) => {
      await page.getByRole('link', { name: '天工榜' }).click()
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'wall-1920',
    login: 'chenshumin',
    size: hall,
    play: async (page) => {
      await page.goto('/wall')
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'unit-1440',
    login: 'zhangwei',
    size: desk,
    play: async (page) => {
      await page.getByRole('link', { name: '本单位' }).click()
      await page.getByRole('list', { name: '张伟' }).waitFor()
    },
  },
  {
    name: 'import-1440',
    login: 'wangjianguo',
    size: desk,
    play: async (page) => {
      await openProjects(page)
      await page.getByRole('link', { name: '导入计划' }).click()
      await page.locator('input[type=file]').setInputFiles(await planFile(plan(dayFromNow(5))))
      await page.getByText('还缺必填列').waitFor()
    },
  },
  {
    name: 'matter-390',
    size: phone,
    play: async (page) => {
      await page.goto('/portal/matters/rent-withdrawal')
      await page.getByRole('link', { name: '开始办理' }).waitFor()
    },
  },
  {
    name: 'case-1440',
    login: 'maoxueqin',
    size: desk,
    play: async (page) => {
      await page.goto('/window')
      const granted = page.getByRole('listitem').filter({ hasText: '已办结：准予' })
      await granted.getByRole('link', { name: '租房提取住房公积金' }).first().click()
      await page.getByRole('heading', { name: '办理结果' }).waitFor()
    },
  },
]

async function openLateNode(page: Page): Promise<void> {
  await page.getByRole('list', { name: '滞后', exact: true }).getByRole('link').first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
}

async function openWhy(page: Page): Promise<void> {
  await page.getByRole('button', { name: '为什么', exact: true }).click()
  await page.getByText('本机已按公布的根核验').first().waitFor()
}

async function openProjects(page: Page): Promise<void> {
  await page.getByRole('link', { name: '项目', exact: true }).click()
  await page.getByRole('list', { name: '项目' }).waitFor()
}
