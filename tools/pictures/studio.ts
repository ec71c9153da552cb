import type { Page } from 'playwright-core'
import { launch, newContext, signIn } from '../../tests/journeys/browser.ts'
import { readPasswords } from '../../tests/journeys/start-world.ts'
import { startPlatform } from '../../tests/startup/platform.ts'
import { findChromium } from '../test/find-chromium.ts'
import type { Scene } from './scenes.ts'

/** A fresh demonstration with a browser before it. */
export async function openStudio(data: string) {
  const browser = await launch(await findChromium(console.error))
  const platform = await startPlatform({ data })
  const passwords = readPasswords(data)
  return {
    /** A browser of the person who looks, signed in; at the door where nobody is named. */
    enter: async ({ login, size }: Scene): Promise<Page> => {
      const page = await (await newContext(browser, platform.url, size)).newPage()
      await page.goto('/')
      if (login) await signIn(page, login, passwords[login])
      return page
    },
    close: async () => {
      await browser.close()
      await platform.interrupt()
    },
  }
}
