import { expect, test } from 'vitest'
import css from './tokens.css?raw'

const [light = '', wall = ''] = css.split('[data-surface="wall"]')

const grounds = ['an office screen', 'a wall'] as const

test.each(grounds)('every colour that carries words can be read on %s', (place) => {
  const tokens = place === 'a wall' ? wall : light
  for (const name of ['primary', 'ink', 'muted', 'lamp-green', 'lamp-yellow', 'lamp-red'])
    for (const below of ['ground', 'surface'])
      expect(between(tokens, name, below), `${name} on ${below}`).toBeGreaterThanOrEqual(4.5)
})

test.each(grounds)('a word in the colour of a lamp can be read on its own soft ground on %s', (place) => {
  const tokens = place === 'a wall' ? wall : light
  for (const lamp of ['green', 'yellow', 'red'])
    expect(between(tokens, `lamp-${lamp}`, `soft-${lamp}`), lamp).toBeGreaterThanOrEqual(4.5)
})

test.each(grounds)('every lamp and the edge of a field can be told from what lies below on %s', (place) => {
  const tokens = place === 'a wall' ? wall : light
  for (const name of ['lamp-white', 'lamp-blue', 'lamp-green', 'lamp-yellow', 'lamp-red', 'line-strong'])
    expect(between(tokens, name, 'surface'), name).toBeGreaterThanOrEqual(3)
})

function between(tokens: string, a: string, b: string): number {
  return contrast(token(tokens, a), token(tokens, b))
}

function token(tokens: string, name: string): string {
  const found = tokens.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1]
  if (!found) throw new Error(`no token ${name}`)
  return found
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
