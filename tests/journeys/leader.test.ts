import { expect } from 'vitest'
import { journey } from './journey.ts'

const hall = { width: 1920, height: 1080 }

journey('a leader goes from the wall to the project in trouble, to where it began, and to why', async ({ visits }) => {
  const page = await visits.as('chenshumin', hall)
  await page.goto('/wall')
  await page.getByRole('heading', { level: 1, name: /项目指挥舱$/ }).waitFor()
  await page.getByRole('status').filter({ hasText: '实时' }).waitFor()
  expect(await page.getByText('云岭一号').count()).toBe(0)
  await page.getByRole('link', { name: /^起因/ }).first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
  await page.getByRole('button', { name: '为什么' }).click()
  await page
    .getByRole('dialog')
    .getByText(/五色灯规则/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '返回大屏' }).click()
  await page.getByRole('heading', { level: 1, name: /项目指挥舱$/ }).waitFor()
})

journey('every figure of the cockpit opens to its records', async ({ visits }) => {
  const page = await visits.as('chenshumin', hall)
  await page.getByRole('link', { name: '指挥舱' }).click()
  await page.getByRole('link', { name: /^逾期未交/ }).click()
  await page.waitForURL((url) => url.pathname !== '/cockpit')
  await page.getByRole('main').getByRole('link', { name: '指挥舱' }).waitFor()
  await page.getByRole('main').getByRole('list').getByRole('link').first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
})
