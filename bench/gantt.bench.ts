import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { testPlatform } from '#platform/testing/platform.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'
import { scenario } from '#scenarios/projects/scenario.ts'
import { desk, launch, newContext } from '../tests/journeys/browser.ts'
import { buildPagesOnce } from '../tools/pages/build-pages-once.ts'
import { findChromium } from '../tools/test/find-chromium.ts'
import { insertLongPlan } from './gantt/long-plan.ts'
import type { Bench } from './harness.ts'

const nodes = 10_000
const frames = 300
const pixelsInFrame = 60

/** What a reader of a very long plan waits for, and how smoothly it moves: a real browser, a real server, 10,000 nodes. */
export const bench: Bench = {
  name: 'gantt',
  async run(meter) {
    buildPagesOnce(meter.say)
    const pages = join(import.meta.dirname, '..', 'dist', 'web')
    const test = await testPlatform({ scenarios: [scenario], county: projectsCounty, pages })
    const browser = await launch(await findChromium(meter.say))
    try {
      const project = await insertLongPlan(test, nodes)
      const { cookie } = await test.as('wangjianguo')
      const open = (view: string) => openView(browser, test.url, cookie, `/projects/${project}?view=${view}`)
      const chart = () =>
        milliseconds(() => test.as('wangjianguo').then((it) => it.call('GET', `/projects/${project}/chart`)))
      await meter.measure({ metric: 'chart_ms', unit: 'ms', runs: 5, ours: chart })
      for (const [view, drawn] of views) {
        const first = async () => {
          const page = await open(view)
          const time = await page.firstPicture(drawn)
          await page.close()
          return time
        }
        await meter.measure({ metric: `${view}_first_picture_ms`, unit: 'ms', runs: 5, ours: first })
      }
      for (const [view, drawn, scrolled] of views.filter(([, , element]) => element !== undefined)) {
        const page = await open(view)
        await page.firstPicture(drawn)
        const [median, p95] = await page.scroll(scrolled ?? '')
        meter.report({ metric: `${view}_frame_median_ms`, unit: 'ms', runs: frames, value: median })
        await page.close()
        meter.report({ metric: `${view}_frame_p95_ms`, unit: 'ms', runs: frames, value: p95 })
      }
    } finally {
      await browser.close()
      await test.close()
    }
  },
}

/** Each view, the sign that it is drawn, and what scrolls. */
const views = [
  ['gantt', '[role=treeitem] ~ [role=treeitem], canvas', '[role=tree]'],
  ['outline', 'tbody tr:nth-child(10)', 'html'],
  ['kanban', 'section li', 'section [tabindex="0"]'],
  ['map', 'me-tpc', undefined],
] as const

async function openView(browser: Browser, url: string, cookie: string, address: string) {
  const context = await newContext(browser, url, desk)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  return {
    /** Milliseconds from the navigation to the frame in which it is there. */
    firstPicture: (drawn: string) => firstPicture(page, drawn),
    /** Scrolls down and gives the median and the 95th percentile of the time of a frame. */
    scroll: (element: string) => scroll(page, element),
    close: () => context.close(),
  }
}

function firstPicture(page: Page, drawn: string): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    while (!document.querySelector(${JSON.stringify(drawn)})) await frame()
    await frame()
    return frame()
  })()`)
}

async function scroll(page: Page, element: string): Promise<readonly [median: number, p95: number]> {
  const times = await page.evaluate<number[]>(`(async () => {
    const scrolled = document.querySelector(${JSON.stringify(element)})
    const frame = () => new Promise(requestAnimationFrame)
    const times = []
    for (let warm = 0; warm < 10; warm++) await frame()
    let last = await frame()
    for (let count = 0; count < ${frames}; count++) {
      scrolled.scrollTop += ${pixelsInFrame}
      const now = await frame()
      times.push(now - last)
      last = now
    }
    return times
  })()`)
  const sorted = times.sort((a, b) => a - b)
  return [sorted[Math.floor(frames / 2)] ?? 0, sorted[Math.floor(frames * 0.95)] ?? 0]
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
