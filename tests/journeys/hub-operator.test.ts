import { desk } from './browser.ts'
import { journey } from './journey.ts'

journey('a hub operator opens a figure of the county, and has a project’s plan checked', async ({ visits }) => {
  const page = await visits.as('zhaolei', desk)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '指挥舱' }).click()
  await page.getByRole('heading', { level: 1, name: '指挥舱' }).waitFor()
  await page
    .getByRole('link', { name: /^逐级督办中/ })
    .first()
    .click()
  await page.getByRole('main').getByRole('list').getByRole('link').first().waitFor()
  await page.goto('/projects?search=衢丽')
  await page.getByRole('list', { name: '项目' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '计划检查' }).click()
  await page.getByRole('dialog').getByRole('heading').first().waitFor()
})
