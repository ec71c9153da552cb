import type { Browser, BrowserContext, Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { launch, newContext, type Size, signIn } from './browser.ts'
import { type Faults, watchForFaults } from './faults.ts'
import type { World } from './start-world.ts'

/** How a journey opens browsers of its own: each has its own cookies, as another person's machine. */
export type Visits = {
  /** At the door, not signed in. */
  open(size: Size): Promise<Page>
  /** Signed in through the page. */
  as(login: string, size: Size): Promise<Page>
}

type Fixtures = { readonly browser: Browser; readonly visits: Visits }

/** The platform under the journeys of this worker. */
export const world = ownWorld()

/** A test that walks through the real pages. It fails, too, by what goes wrong unseen: see `watchForFaults`. */
export const journey = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const browser = await launch(world.chromium)
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visits: async ({ browser, task }, use) => {
    const contexts: BrowserContext[] = []
    const faults: Faults[] = []
    const open = async (viewport: Size) => {
      const context = await newContext(browser, world.url, viewport)
      contexts.push(context)
      faults.push(watchForFaults(context, [world.url, world.provider.url]))
      return context.newPage()
    }
    await use({
      open,
      as: async (login, size) => {
        const page = await open(size)
        await page.goto('/')
        await signIn(page, login, world.passwords[login])
        return page
      },
    })
    if (task.result?.state === 'fail') await tellPages(contexts)
    await Promise.all(contexts.map((context) => context.close()))
    expect(faults.flatMap((each) => each.found())).toEqual([])
  },
})

/** What each page shows when its journey has failed: of a machine that nobody sees, the log is all there is. */
async function tellPages(contexts: readonly BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages()))
    console.error(`${page.url()}\n${await page.locator('body').ariaSnapshot({ timeout: 5000 })}`)
}

function ownWorld(): World {
  const worlds = inject('worlds')
  const own = worlds[Number(process.env.VITEST_POOL_ID) - 1]
  if (own === undefined) throw new Error(`no world for worker ${process.env.VITEST_POOL_ID} of ${worlds.length}`)
  return own
}
