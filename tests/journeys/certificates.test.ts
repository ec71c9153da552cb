import { expect } from 'vitest'
import { desk, phone } from './browser.ts'
import { journey } from './journey.ts'
import { enter, expectAccessible } from './portal.ts'

/** 吴丽萍 of the demonstration's scripts. */
const wu = { phone: '13905780001', name: '吴丽萍', number: '331199199001010020' }

journey(
  'a resident shows a certificate by a code; a stranger photographs it and sees what was chosen, no more',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/portal/certificates')
    await enter(page, wu.phone)
    await page
      .getByRole('link', { name: /无房证明.*有效/ })
      .first()
      .waitFor()
    await expectAccessible(page)
    await page
      .getByRole('link', { name: /无房证明.*有效/ })
      .first()
      .click()
    await page.getByRole('heading', { name: '出示', exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '出示', exact: true }).click()
    const picture = await page.getByRole('img', { name: '亮证二维码，请对方扫描' }).screenshot()
    await page.getByText(/4 分 \d+ 秒后失效/).waitFor()
    const stranger = await visits.open(phone)
    await stranger.goto('/verify')
    await stranger.getByLabel('您是谁').fill('县农商银行')
    await stranger
      .getByLabel('拍二维码，或选择 PDF、照片')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
    await stranger.getByRole('heading', { name: '有效', exact: true }).waitFor()
    await stranger.getByText(wu.name).waitFor()
    expect(await stranger.getByText(wu.number).count()).toBe(0)
    await expectAccessible(stranger)
    await page.reload()
    await page.getByText('县农商银行').waitFor()
  },
)

journey('a clerk issues a certificate at the desk, and finds it by its holder’s number', async ({ visits }) => {
  const page = await visits.as('zhoumin', desk)
  await page.getByRole('link', { name: '证照签发' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: '签发证照' }).click()
  await page.getByLabel('证照类型').selectOption({ label: '无房证明' })
  await page.getByLabel('姓名').fill('何大根')
  await page.getByLabel('公民身份号码').fill('331199194403020018')
  await expectAccessible(page)
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await page.getByText('331199********0018').waitFor()
  await page.getByRole('link', { name: '证照签发' }).first().click()
  await page.getByLabel('证照编号、身份号码或信用代码').fill('331199194403020018')
  await page.getByRole('button', { name: '查找' }).click()
  await page
    .getByRole('link', { name: /无房证明.*何\*\*/ })
    .first()
    .waitFor()
  await expectAccessible(page)
})
