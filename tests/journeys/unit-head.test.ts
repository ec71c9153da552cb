import { desk } from './browser.ts'
import { journey } from './journey.ts'

journey('a unit head opens the board, a unit’s points, and the event behind one of them', async ({ visits }) => {
  const page = await visits.as('wangjianguo', desk)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '天工榜' }).click()
  await page.getByRole('heading', { level: 1, name: '天工榜' }).waitFor()
  await page.getByText('年', { exact: true }).click()
  await page
    .getByRole('button', { name: /的积分来源$/ })
    .first()
    .click()
  const account = page.getByRole('dialog')
  await account.getByText('合计').waitFor()
  await account.getByRole('link').first().click()
  await page
    .getByText(/当月在办的节点|过程/)
    .first()
    .waitFor()
})

journey('a unit head sees how the nodes of the unit stand by person and opens one', async ({ visits }) => {
  const page = await visits.as('wangjianguo', desk)
  await page.getByRole('link', { name: '本单位' }).click()
  await page.getByRole('list', { name: '张慧' }).getByRole('link').first().click()
  await page.getByRole('heading', { name: '过程' }).waitFor()
  await page.goto('/notices')
  await page.getByRole('heading', { level: 1, name: '通知' }).waitFor()
})
