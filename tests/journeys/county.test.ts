import { expect } from 'vitest'
import { desk } from './browser.ts'
import { journey } from './journey.ts'

const confidential = '“云岭一号”新材料项目落户洽谈'

journey('a unit head sees the unit by person, and whose project each node belongs to', async ({ visits }) => {
  const page = await visits.as('wangjianguo', desk)
  await page.getByRole('link', { name: '本单位' }).click()
  await page.getByRole('heading', { name: '遂昌县发展和改革局' }).waitFor()
  const person = await page.getByRole('heading', { level: 2 }).first().textContent()
  const nodes = page.getByRole('list', { name: person?.replace(/\d+$/, '') ?? '', exact: true })
  await nodes.getByRole('link').first().click()
  await page.getByRole('heading', { name: '要办什么' }).waitFor()
})

journey('a unit lists each person’s nodes, those behind first', async ({ visits }) => {
  const page = await visits.as('zhangwei', desk)
  await page.getByRole('link', { name: '本单位' }).click()
  const own = page.getByRole('list', { name: '张伟' })
  await own.waitFor()
  const lamps = (await own.getByRole('listitem').allTextContents()).map((line) => line.slice(0, 2))
  const order = ['滞后', '出错', '正常', '超前', '未启']
  expect(lamps.filter((lamp) => lamp === '滞后').length).toBeGreaterThan(0)
  expect(lamps.lastIndexOf('滞后')).toBeLessThan(lamps.findIndex((lamp) => order.indexOf(lamp) > 0))
})

journey('the leader’s filters stand in the address, and a reload keeps them', async ({ visits }) => {
  const page = await visits.as('chenshumin', desk)
  await page.getByRole('link', { name: '项目', exact: true }).click()
  await page.getByRole('button', { name: '出错' }).click()
  await page.getByRole('searchbox', { name: '按项目名称查找' }).fill('遂昌')
  await page.waitForURL((url) => url.searchParams.get('lamp') === 'yellow' && url.searchParams.get('search') === '遂昌')
  await page.reload()
  await page.getByRole('button', { name: '出错', pressed: true }).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('遂昌')
  const links = page.getByRole('list', { name: '项目' }).getByRole('link')
  await links.first().waitFor()
  expect((await links.allTextContents()).every((title) => title.includes('遂昌'))).toBe(true)
})

journey(
  'the supervisor sees what has climbed to level 2, who held it since when, and when level 3 has it',
  async ({ visits }) => {
    const page = await visits.as('liufang', desk)
    const climbed = page.getByRole('list', { name: '升级到我' })
    await climbed.getByRole('listitem').filter({ hasText: '逾期' }).getByRole('link', { name: /^查看/ }).first().click()
    const ladder = page.getByRole('region', { name: '督办阶梯' })
    const rungs = ladder.getByRole('listitem')
    await expect.poll(() => rungs.count()).toBe(3)
    await ladder.locator('[aria-current=step]').filter({ hasText: '二级' }).waitFor()
    expect(await rungs.first().textContent()).toMatch(/一级.* 起/)
    expect(await rungs.last().textContent()).toMatch(/三级.*未办结则 .* 升级/)
  },
)

journey('the discipline officer sees what has climbed to level 3 and is given nothing to do', async ({ visits }) => {
  const page = await visits.as('wujing', desk)
  await page.getByRole('list', { name: '升级到我' }).getByRole('link', { name: /^查看/ }).first().click()
  await page
    .getByRole('region', { name: '督办阶梯' })
    .locator('[aria-current=step]')
    .filter({ hasText: '三级' })
    .waitFor()
  const acts = page.getByRole('button', { name: /^(验收通过|退回|填报进度|提交成果)$/ })
  expect(await acts.count()).toBe(0)
})

journey(
  'a confidential project does not exist for a clerk of another bureau, in the list or by its address',
  async ({ visits }) => {
    const leader = await visits.as('chenshumin', desk)
    await leader.getByRole('link', { name: '项目', exact: true }).click()
    const address = await leader.getByRole('link', { name: confidential }).getAttribute('href')

    const page = await visits.as('zhoumin', desk)
    await page.getByRole('link', { name: '项目', exact: true }).click()
    await page.getByRole('list', { name: '项目' }).waitFor()
    expect(await page.getByText('云岭一号').count()).toBe(0)
    await page.goto(address ?? '')
    await page.getByText('没有这条记录').waitFor()
    expect(await page.getByText('云岭一号').count()).toBe(0)
  },
)

journey('the system administrator has no business pages', async ({ visits }) => {
  const page = await visits.as('huangtao', desk)
  const entries = await page.getByRole('navigation').getByRole('link').allTextContents()
  expect(entries).not.toContain('项目')
  expect(entries).not.toContain('本单位')
  await page.goto('/projects')
  await page.getByText('没有此项权限（projects.read）').waitFor()
})
