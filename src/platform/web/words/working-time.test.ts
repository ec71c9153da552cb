import { expect, test } from 'vitest'
import { tellWorkingTime } from './working-time.ts'

test('days and hours are told, minutes are not once there are days', () => {
  expect(tellWorkingTime(2 * 480 + 3 * 60 + 59, 480, 'zh')).toBe('2 个工作日 3 小时')
})

test('a whole day leaves the hours out', () => {
  expect(tellWorkingTime(480, 480, 'zh')).toBe('1 个工作日')
})

test('the last hours are told with their minutes', () => {
  expect(tellWorkingTime(200, 480, 'zh')).toBe('3 小时 20 分钟')
  expect(tellWorkingTime(0, 480, 'zh')).toBe('0 分钟')
})

test('a county with another working day counts in its own days', () => {
  expect(tellWorkingTime(450, 420, 'zh')).toBe('1 个工作日')
})

test('English counts one as one', () => {
  expect(tellWorkingTime(540, 480, 'en')).toBe('1 working day 1 hour')
})
