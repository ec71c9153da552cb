import { expect } from 'vitest'
import { phone } from './browser.ts'
import { countyPeople } from './county-people.ts'
import { journey } from './journey.ts'
import { enter, expectAccessible, identify, shownCode } from './portal.ts'

const people = await countyPeople()

journey(
  'a tenant with no house withdraws his provident fund from the phone, sees the money order, and who looked at what',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/portal/matters/rent-withdrawal/apply')
    await enter(page, '13900003001')
    await page.getByRole('link', { name: '先实名，一次即可' }).click()
    await identify(page, people.tenant)
    await page.getByLabel('收款银行账号').fill('6217006000000011')
    await page.getByLabel('开户银行').fill('遂昌农商银行')
    await page.getByLabel('联系电话').fill('13900003001')
    await expectAccessible(page)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已办成').first().waitFor()
    await page
      .getByText('不动产登记中心查无记录')
      .or(page.getByText(/查无记录/))
      .first()
      .waitFor()
    await page.getByText(/元已划转/).waitFor()
    await page.getByText(/银行流水号 B[0-9A-F]{16}/).waitFor()
    await page.getByText('申请人在本地名下有没有住房？').waitFor()
    await expectAccessible(page)
    await page.goto('/portal/looks')
    await page.getByText('为了办：租房提取住房公积金').first().waitFor()
    await page.getByText('为了办：实名核验').first().waitFor()
    expect(await page.getByText(people.tenant.number).count()).toBe(0)
    await expectAccessible(page)
  },
)

journey(
  'a village helper takes an old man’s consent on paper, hands in for him, and lays the mandate down',
  async ({ visits }) => {
    const page = await visits.as('leixiuying', phone)
    await page.goto('/helping')
    await page
      .getByText(/窗口签字同意/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.getByText('纸上签字', { exact: true }).click()
    await page.getByLabel('姓名（与身份证一致）').fill(people.old.name)
    await page.getByLabel('身份证号码').fill(people.old.number)
    await page.getByLabel('按名称找').fill('高龄')
    await page.getByRole('checkbox', { name: '高龄津贴' }).check()
    await page.getByLabel('选文件').setInputFiles({
      ...{ name: '同意书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 同意书') },
    })
    await expectAccessible(page)
    await page.getByRole('button', { name: '记下同意' }).click()
    await page.getByText(`我帮 ${people.old.name} 办`).waitFor()
    await page.goto('/window/old-age-allowance')
    await page.getByText(people.old.name, { exact: true }).waitFor()
    await page.getByLabel('老人本人社保卡或银行卡号').fill('6217006000000029')
    await page.getByLabel('联系电话').fill('13900003003')
    await expectAccessible(page)
    await page.getByRole('button', { name: '收件' }).click()
    await page.getByText(/已收件，受理编号/).waitFor()
    await page.getByText('人工审核').first().waitFor()
    await page.goto('/helping')
    const own = page.getByRole('listitem').filter({ hasText: people.old.name })
    await own.getByRole('button', { name: '撤回' }).click()
    await own.getByRole('button', { name: '确认撤回，马上生效' }).click()
    await page.getByText(/撤回，窗口签字同意/).waitFor()
  },
)

journey(
  'a legal representative acts for the company that the register names, in its name and on its page',
  async ({ visits }) => {
    const { representative } = people
    const page = await visits.open(phone)
    await page.goto('/portal/identity?next=%2Fportal%2Fenterprises')
    await enter(page, '13900003002')
    await identify(page, representative)
    await page.getByRole('button', { name: '向登记机关核验' }).click()
    await page.getByText(representative.code).waitFor()
    await expectAccessible(page)
    await page.goto('/portal/matters/company-closing/apply')
    await page.getByText(representative.enterprise).waitFor()
    await page.getByLabel('申请理由').fill('不再经营')
    await page.getByLabel('联系电话').fill('13900003002')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/编号 \d{8}-/).waitFor()
    await expectAccessible(page)
    await page.goto('/portal/cases')
    await page.getByText('还没有办过事。').waitFor()
    await page.getByText(representative.enterprise).click()
    await page.getByRole('link', { name: /企业简易注销/ }).waitFor()
    await expectAccessible(page)
  },
)

journey('a lost phone is changed at the window, and is signed out at once', async ({ visits }) => {
  const { neighbour } = people
  const lost = await visits.open(phone)
  await lost.goto('/portal/identity?next=%2Fportal%2Fme')
  await enter(lost, '13900003004')
  await identify(lost, neighbour)
  await lost.getByRole('heading', { name: neighbour.name }).waitFor()
  const desk = await visits.as('maoxueqin', phone)
  await desk.goto('/helping/phone')
  await expectAccessible(desk)
  await desk.getByLabel('姓名（与身份证一致）').fill(neighbour.name)
  await desk.getByLabel('身份证号码').fill(neighbour.number)
  await desk.getByLabel('新手机号').fill('13900003009')
  await desk.getByRole('button', { name: '发验证码到新手机' }).click()
  await desk.getByLabel('本人说出的验证码').fill(await shownCode(desk, /更换手机号验证码 \d{6}/))
  await desk.getByRole('button', { name: '更换' }).click()
  await desk.getByText('原手机 139****3004 已退出登录。').waitFor()
  await lost.reload()
  await lost.getByRole('heading', { name: '登录办事' }).waitFor()
})
