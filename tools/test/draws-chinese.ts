import { chromium } from 'playwright-core'

/** True where the browser starts and draws two Chinese characters differently: without a font both are the same box. */
export async function drawsChinese(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath })
    try {
      const page = await browser.newPage()
      const [first, second] = [await pictureOf('遂'), await pictureOf('昌')]
      return !first.equals(second)

      async function pictureOf(character: string): Promise<Buffer> {
        await page.setContent(`<p style="font-size: 40px">${character}</p>`)
        return page.screenshot({ clip: { x: 0, y: 0, width: 100, height: 120 } })
      }
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}
