import type { Locator, Page } from 'playwright-core'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { draftProject, photograph } from '#scenarios/projects/fixtures/project.ts'
import { desk, phone } from './browser.ts'
import { journey, world } from './journey.ts'
import { dayFromNow } from './plan-file.ts'

const told = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })

journey(
  'whose work is evaluated at the close of a project disagrees, its lead answers straight from today, and they read the answer',
  async ({ visits }) => {
    const lead = await visits.as('wangjianguo', desk)
    const owner = await visits.as('zhangwei', phone)
    const project = await closedProject(await clientOf(lead), await clientOf(owner))

    await owner.goto(`/projects/${project}`)
    await owner.getByRole('button', { name: '对这份评价有异议' }).click()
    const objection = panel(owner, '对这份评价有异议')
    await objection.getByLabel('为什么不同意').fill('踏勘两次，均按期完成，请补记')
    await objection.getByRole('button', { name: '提出异议' }).click()
    await told(owner, '异议已提出')
    await owner.getByText(/办理中，.* 前答复/).waitFor()

    await lead.goto('/today')
    const line = lead.getByRole('link', { name: '答复：通村公路提升' })
    const answer = panel(lead, '答复异议')
    await lead.goto(`/appeals/${await objectionOf(line)}`)
    await answer.getByText('踏勘两次，均按期完成，请补记').waitFor()
    await lead.goto('/today')
    await line.click()
    await answer.getByText('踏勘两次，均按期完成，请补记').waitFor()
    await answer.getByRole('radio', { name: '异议不成立' }).check()
    await answer.getByLabel('答复理由').fill('第二次踏勘不在本项目计划内')
    await answer.getByRole('button', { name: '答复' }).click()
    await told(lead, '异议已答复')
    await line.waitFor({ state: 'detached' })

    await owner.reload()
    await owner.getByText('答复：第二次踏勘不在本项目计划内').waitFor()
    await owner.getByText(/异议不成立/).waitFor()
  },
)

/** One's own session outside of the page, for what leads up to the journey. */
async function clientOf(page: Page): Promise<Client> {
  const cookies = await page.context().cookies()
  return openClient(world.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
}

/** The objection that a line of today leads to: notices lead there by its own address. */
async function objectionOf(line: Locator): Promise<string | null> {
  return new URL((await line.getAttribute('href')) ?? '', world.url).searchParams.get('of')
}

/** A project of one node that its owner handed in, closed by its lead. */
async function closedProject(lead: Client, owner: Client): Promise<string> {
  const row = `1,现场踏勘,县交通运输局,张伟,${dayFromNow(-7)},${dayFromNow(7)},,记录 1 份`
  const { project, nodes } = await draftProject(lead, [row], { kind: 'reform' })
  const file = (await owner.upload('现场.png', photograph)).body.file
  const node = `/nodes/${nodes['1']}`
  const steps = [
    () => lead.call('POST', `/projects/${project}/start`),
    () => owner.call('POST', `${node}/submissions`, { note: '完成', evidence: [file] }),
    () => lead.call('POST', `${node}/acceptance`, { note: '' }),
    () => lead.call('POST', `/projects/${project}/close`, { words: '按期完成。' }),
  ]
  for (const step of steps) {
    const { status, body } = await step()
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  return project
}
