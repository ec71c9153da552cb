import { expect } from 'vitest'
import { desk, phone } from './browser.ts'
import { journey } from './journey.ts'

journey(
  'at the window a matter is found by what people say, and the desk sees what data will bring',
  async ({ visits }) => {
    const page = await visits.as('maoxueqin', desk)
    await page.getByRole('link', { name: '综合窗口' }).click()
    await page.getByLabel('群众要办什么').fill('租房提公积金')
    await page.getByRole('list', { name: '事项' }).getByRole('link', { name: '租房提取住房公积金' }).click()
    await page.getByRole('heading', { name: '租房提取住房公积金', level: 1 }).waitFor()
    await page.getByText('数据会带来的，不用收纸').waitFor()
    await page.getByText('无房证明').first().waitFor()
    await page.getByLabel('姓名').fill('张三')
    await page.getByLabel('身份证号').fill('331199199001010011')
    await page.getByRole('button', { name: '收件' }).click()
    await page.getByText('请填写收款银行账号。').waitFor()
  },
)

journey('a unit asks another unit from its desk, without a trip, and sees the case run', async ({ visits }) => {
  const page = await visits.as('zhoumin', desk)
  await page.goto('/window/office-space')
  await page.getByText('以本单位名义提交').waitFor()
  await page.getByLabel('人数').fill('4')
  await page.getByLabel('申请理由').fill('新设自然资源所，需要办公用房')
  await page.getByLabel('联系电话').fill('13800000001')
  await page.getByRole('button', { name: '收件' }).click()
  await page.getByText(/已收件，受理编号/).waitFor()
  await page.getByText('由其他单位办理中').waitFor()
})

journey(
  'the bureau sees what data brought, nobody in clear, and completes its step: the certificate is there',
  async ({ visits }) => {
    const page = await visits.as('zhoumin', phone)
    await page.goto('/cases')
    await page.getByRole('link', { name: '开具无房证明' }).first().click()
    await page.getByText('核验为无记录', { exact: true }).waitFor()
    expect(await page.getByText(/331199\d{12}/).count()).toBe(0)
    await page.getByRole('button', { name: '办完这一步' }).click()
    await page.getByRole('dialog', { name: '办完这一步' }).getByRole('button', { name: '确认' }).click()
    await page.getByText('已办结：准予').first().waitFor()
  },
)
