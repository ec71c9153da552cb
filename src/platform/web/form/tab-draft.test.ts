import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findInTab, forgetInTab, keepInTab } from './tab-draft.ts'

const kept = { form: { 'bank-account': '6217000000123456' }, materials: { photo: ['a'] } }

beforeEach(() => {
  const items: Record<string, string> = {}
  const storage = Object.defineProperties(items, {
    getItem: { value: (key: string) => items[key] ?? null },
    setItem: { value: (key: string, value: string) => Object.assign(items, { [key]: value }) },
    removeItem: { value: (key: string) => delete items[key] },
  })
  vi.stubGlobal('sessionStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

test('what was typed is there again under its name, and under nobody else’s', () => {
  keepInTab('chen.rent', kept)
  expect(findInTab('chen.rent')).toEqual(kept)
  expect(findInTab('wu.rent')).toBeUndefined()
})

test('what was handed in is forgotten alone; whoever signs out leaves nothing behind', () => {
  keepInTab('chen.rent', kept)
  keepInTab('chen.card', kept)
  forgetInTab('chen.rent')
  expect([findInTab('chen.rent'), findInTab('chen.card')]).toEqual([undefined, kept])
  sessionStorage.setItem('xianqu.hall', '/wall')
  forgetInTab()
  expect(Object.keys(sessionStorage)).toEqual(['xianqu.hall'])
})

test('a browser that keeps nothing does not stop the form', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepInTab('chen.rent', kept)
  forgetInTab()
  expect(findInTab('chen.rent')).toBeUndefined()
})
