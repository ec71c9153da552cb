import { expect } from 'vitest'
import { desk, knock, phone, signIn } from './browser.ts'
import { journey, world } from './journey.ts'
import { oneTimeCode } from './one-time-code.ts'

journey(
  'five wrong passwords lock an account: then the right one is refused too, and for how long is said',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/')
    for (let attempt = 1; attempt <= 5; attempt++) {
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await knock(page, 'lanchunmei', `wrong-${attempt}`)
      expect((await answer).status()).toBe(401)
      await page.getByRole('alert').filter({ hasText: '登录名或密码不对' }).waitFor()
    }
    await knock(page, 'lanchunmei', world.passwords.lanchunmei ?? '')
    const locked = page.getByRole('alert').filter({ hasText: /账号已锁定，请 \d+ 分钟后再试/ })
    await locked.waitFor()
  },
)

journey(
  'a session that has ended leads to the door, which says so and brings one back to the page',
  async ({ visits }) => {
    const page = await visits.as('zhaolei', desk)
    await page.getByRole('link', { name: '项目', exact: true }).click()
    await page.getByRole('button', { name: '滞后' }).click()
    await page.waitForURL(/lamp=red/)
    await page.context().clearCookies()
    const door = page.getByText('登录已超时，请重新登录')
    await page.getByRole('link', { name: '本单位' }).or(door).click()
    await door.waitFor()
    const wanted = new URL(page.url()).searchParams.get('next') ?? ''
    await signIn(page, 'zhaolei', world.passwords.zhaolei)
    const address = new URL(wanted, world.url).href
    await expect.poll(() => page.url()).toBe(address)
    await page.getByRole('link', { name: '项目', exact: true }).click()
    await page.waitForURL((url) => url.href !== address)
    await page.goBack()
    await expect.poll(() => page.url()).toBe(address)
  },
)

journey('an address opened before signing in is where one comes out', async ({ visits }) => {
  const page = await visits.open(desk)
  await page.goto('/projects?lamp=red')
  await signIn(page, 'zhaolei', world.passwords.zhaolei)
  await page.getByRole('button', { name: '滞后', pressed: true }).waitFor()
})

journey('who turns on one-time codes signs in with one from then on, and each counts once', async ({ visits }) => {
  const password = world.passwords.xuqiang ?? ''
  const page = await visits.as('xuqiang', phone)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '启用' }).click()
  await page.getByLabel('现在的密码').fill(password)
  await page.getByRole('button', { name: '启用' }).click()
  const secret = (await page.locator('code').textContent()) ?? ''
  await page.getByRole('img', { name: '动态口令二维码' }).waitFor()
  const first = oneTimeCode(secret, Date.now())
  await page.getByLabel('输入验证器显示的 6 位数字').fill(first)
  await page.getByRole('button', { name: '确认启用' }).click()
  await page.getByText('已启用。登录时除密码外').waitFor()

  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click()
  await knock(page, 'xuqiang', password)
  await page.getByLabel('动态口令').fill(first)
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('alert').filter({ hasText: '动态验证码不对或已用过' }).waitFor()
  await page.getByLabel('动态口令').fill(oneTimeCode(secret, Date.now() + 30_000))
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
})

journey(
  'who is listed comes in by 浙政钉, to the page that was wanted; who is not is told whom to ask',
  async ({ visits }) => {
    const page = await visits.open(phone)
    await page.goto('/points')
    const button = page.getByRole('link', { name: '用浙政钉登录' })
    await button.click()
    await page.getByRole('alert').filter({ hasText: '请联系系统管理员登记' }).waitFor()
    const administrator = await visits.as('huangtao', desk)
    const listed = await administrator.request.post('/api/external-accounts', {
      data: { provider: 'zzd', handle: world.provider.handle, login: 'zhaolei' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(listed.status()).toBe(200)
    await page.goto('/points')
    await button.click()
    await page.getByRole('heading', { name: '我的积分' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/points')
  },
)

journey('whoever signs out everywhere else sees the other device at the door, and stays in', async ({ visits }) => {
  const elsewhere = await visits.as('zhaolei', phone)
  const here = await visits.as('zhaolei', desk)
  await here.goto('/me')
  await here.getByText('本机').waitFor()
  await here.getByRole('button', { name: '退出其他全部设备' }).click()
  await here.getByText(/已退出 \d+ 处登录/).waitFor()
  await here.getByRole('button', { name: '退出其他全部设备' }).waitFor({ state: 'detached' })
  await elsewhere.goto('/me')
  await elsewhere.getByLabel('账号').waitFor()
  await here.reload()
  await here.getByText('本机').waitFor()
})
