import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { isId } from './ids.ts'
import { pageRoute } from './page-route.tsx'

const load = async () => ({ Page: () => null })

/** Whether the router finds a page there. */
async function isPage(address: string): Promise<boolean> {
  const root = createRootRoute()
  const routeTree = root.addChildren([
    pageRoute(root, { path: '/cases', load }),
    pageRoute(root, { path: '/cases/$case', load }),
    pageRoute(root, { path: '/units/$unit', load, by: 'name' }),
  ])
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [address] }) })
  await router.load()
  return router.state.matches.every(({ status }) => status === 'success')
}

test.each([
  ['/cases', true],
  ['/cases/01900000-0000-7000-8000-000000000000', true],
  ['/units/fagai', true],
  ['/cases/queue', false],
  ['/cases/1', false],
  ['/cases/%E5%8A%9E%E4%BB%B6', false],
])('whether %s leads to a page is %s: what cannot be an id leads to none', async (address, leads) => {
  expect(await isPage(address)).toBe(leads)
})

test('an id is a whole UUID and nothing around it', () => {
  const id = '01900000-0000-7000-8000-00000000000A'
  expect([id, ` ${id}`, `${id}0`, id.replaceAll('-', ''), ''].map(isId)).toEqual([true, false, false, false, false])
})
