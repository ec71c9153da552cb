import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone, settle } from './browser.ts'
import { journey, world } from './journey.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

journey(
  'every page stands up to WCAG 2.2 AA and fits, on the phone and at the desk',
  { timeout: 600_000 },
  async ({ visits }) => {
    const door = await visits.open(desk)
    await door.goto('/sign-in')
    const page = await visits.as('lixiaoyan', desk)
    const leader = await visits.as('chenshumin', desk)
    await leader.goto('/cockpit')
    const wrong = [...(await examine(door)), ...(await examineAll(page)), ...(await examine(leader))]
    expect(wrong).toEqual([])
  },
)

journey(
  'so do the desks of the offices, the discipline commission and the administrator',
  { timeout: 240_000 },
  async ({ visits }) => {
    const offices = await visits.as('liufang', desk)
    const wrong: string[] = []
    for (const address of ['/supervision', '/supervision/matters', '/supervision/new', '/supervision/rates']) {
      await offices.goto(address)
      wrong.push(...(await examine(offices)))
    }
    await offices.goto('/supervision/trial')
    await offices.getByRole('button', { name: '试算' }).click()
    await offices.getByRole('table').first().waitFor()
    wrong.push(...(await examine(offices)))
    const discipline = await visits.as('wujing', desk)
    await discipline.goto('/escalated')
    wrong.push(...(await examine(discipline)))
    await discipline.getByRole('link', { name: '东街路灯长期不亮整改' }).click()
    wrong.push(...(await examine(discipline)))
    const administrator = await visits.as('huangtao', desk)
    for (const address of ['/deliveries', '/accounts?name=周敏']) {
      await administrator.goto(address)
      wrong.push(...(await examine(administrator)))
    }
    const auditor = await visits.as('makun', desk)
    await auditor.goto('/identity-record')
    wrong.push(...(await examine(auditor)))
    const security = await visits.as('sunli', desk)
    await security.goto('/powers?name=周敏')
    await security.getByRole('button', { name: '选 周敏' }).first().click()
    await security.getByLabel('按名称找单位').fill('县发展和改革局')
    await security.getByRole('button', { name: '选 遂昌县发展和改革局', exact: true }).click()
    await security.getByRole('button', { name: '任命 经办人' }).click()
    await security.getByLabel('密码最少几个字符').fill('1')
    wrong.push(...(await examine(security)))
    expect(wrong).toEqual([])
  },
)

journey('the pages come with a policy that lets nothing run but their own scripts', async () => {
  const policy = (await fetch(world.url)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe-eval')
})

async function examineAll(page: Page): Promise<string[]> {
  const wrong: string[] = []
  for (const address of [
    '/today',
    '/projects',
    ...(await addressesBelow(page)),
    '/projects/import',
    '/unit',
    '/board',
    '/points',
    '/hard-cases',
    '/duties',
    '/notices',
    '/me',
    '/no-such-page',
  ]) {
    await page.goto(address)
    wrong.push(...(await examine(page)))
  }
  return wrong
}

/** A project, a red node of it with each of its panels, and a project that is not there. */
async function addressesBelow(page: Page): Promise<string[]> {
  await page.goto('/today')
  const node = await page
    .getByRole('list', { name: '升级到我' })
    .getByRole('link', { name: /^查看/ })
    .first()
    .getAttribute('href')
  await page.goto('/projects')
  const project = await page.getByRole('list', { name: '项目' }).getByRole('link').first().getAttribute('href')
  return [
    `${project}`,
    `${node}`,
    `${node}?do=why`,
    `${node}?do=appeal`,
    '/projects/01900000-0000-7000-8000-000000000000',
  ]
}

async function examine(page: Page): Promise<string[]> {
  const wrong: string[] = []
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    await settle(page)
    const where = `${new URL(page.url()).pathname}${new URL(page.url()).search} at ${size.width}`
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    wrong.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${where}: ${id} ${node.target} ${node.failureSummary}`),
      ),
    )
    wrong.push(...(await overflowing(page)).map((element) => `${where}: overflows: ${element}`))
  }
  return wrong
}

/** What sticks out of the screen to the side, and buttons whose words do not fit. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const tell = (element) => element.tagName + ' ' + element.className + ' “' + (element.textContent ?? '').trim().slice(0, 30) + '”'
    const page = document.documentElement
    const wide = page.scrollWidth > page.clientWidth ? ['the page, ' + page.scrollWidth + ' px'] : []
    const tight = [...document.querySelectorAll('button, [role=button], summary, nav a')].filter(
      (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
    )
    return [...wide, ...tight.map(tell)]
  })()`)
}
