import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditCheckOf, isCreditCode, organisationCheckOf } from './credit-code.ts'
import {
  bankDigits,
  checkDigitOf,
  groupedByFour,
  isBankAccount,
  isBankCard,
  isMobile,
  isPhone,
  isTravelDocument,
  mask,
  maskKinds,
  readIdentityNumber,
} from './index.ts'

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
const seventeen = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), day, fc.integer({ min: 0, max: 999 }))
  .map(
    ([area, born, order]) =>
      `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
  )

describe('identity numbers', () => {
  test('the example of the standard is read, with a small x, spaces and full-width digits too', () => {
    const read = { number: '11010519491231002X', form: 'citizen', bornOn: '1949-12-31', sex: 'female' }
    for (const text of ['11010519491231002X', '110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ'])
      expect(readIdentityNumber(text)).toEqual(read)
  })

  test('permits of residents from Hong Kong, Macao and Taiwan, and foreigners’ cards, are numbers too', () => {
    const forms = { '810000': 'hong-kong', '820000': 'macao', '830000': 'taiwan', '933156': 'foreigner' }
    for (const [area, form] of Object.entries(forms)) {
      const number = `${area}19800101001`
      expect(readIdentityNumber(number + checkDigitOf(number))).toMatchObject({
        form,
        bornOn: '1980-01-01',
        sex: 'male',
      })
    }
  })

  test('a number of fifteen digits is told as it is written today', () => {
    expect(readIdentityNumber('110105491231002')).toMatchObject({ number: '11010519491231002X', bornOn: '1949-12-31' })
  })

  test.each([
    ['331123199002300018', 'date'],
    ['1101051949123100', 'length'],
    ['11010519491231A02X', 'characters'],
    ['110105194912310021', 'check-digit'],
  ])('%s is refused for its %s', (text, fault) => {
    expect(readIdentityNumber(text)).toEqual({ fault })
  })

  test('one digit mistyped is always noticed, and two neighbours exchanged too', () => {
    fc.assert(
      fc.property(seventeen, fc.nat(17), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
        const number = start + checkDigitOf(start)
        const digit = Number(number[at])
        if (Number.isNaN(digit)) return
        const mistyped = number.slice(0, at) + ((digit + by) % 10) + number.slice(at + 1)
        expect(readIdentityNumber(number)).toMatchObject({ number })
        expect(readIdentityNumber(mistyped)).toHaveProperty('fault')
        const exchanged = number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2)
        if (at < 16 && exchanged !== number) expect(readIdentityNumber(exchanged)).toHaveProperty('fault')
      }),
    )
  })
})

test.each(['91330100799655058B', '9144030071526726XG', '914403001922038216', '91350100M000100Y43'])(
  'the credit code %s holds together, and with one character changed it does not',
  (code) => {
    expect(isCreditCode(code)).toBe(true)
    for (let at = 0; at < code.length; at += 1)
      expect(isCreditCode(`${code.slice(0, at)}${code[at] === '3' ? '5' : '3'}${code.slice(at + 1)}`)).toBe(false)
  },
)

test('every credit code that is made by the standard is taken', () => {
  const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
  fc.assert(
    fc.property(fc.array(character, { minLength: 8, maxLength: 8 }), (eight) => {
      const start = `91331199${eight.join('')}${organisationCheckOf(eight.join(''))}`
      expect(isCreditCode(start + creditCheckOf(start))).toBe(true)
    }),
  )
})

test('phones and papers of travellers', () => {
  expect(isMobile('13800001234')).toBe(true)
  expect(isMobile('12800001234')).toBe(false)
  expect(isPhone('0578-8123456')).toBe(true)
  expect(isTravelDocument('home-return-permit', 'H 12345678')).toBe(true)
  expect(isTravelDocument('taiwan-compatriot-permit', '1234')).toBe(false)
  expect(isTravelDocument('foreigner-permit', 'USA110080010101')).toBe(true)
  expect(isTravelDocument('passport', 'E12345678')).toBe(true)
})

describe('numbers of banks', () => {
  const body = fc.stringMatching(/^[1-9]\d{14,17}$/)
  const cardOf = (digits: string) => [...'0123456789'].map((last) => digits + last).find(isBankCard) ?? ''

  test('every body has one last digit that makes it a card, and no single mistyped digit leaves it one', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        expect([...'0123456789'].filter((last) => isBankCard(digits + last))).toHaveLength(1)
        const card = cardOf(digits)
        const place = at % card.length
        const mistyped = card.slice(0, place) + ((Number(card[place]) + by) % 10) + card.slice(place + 1)
        expect(isBankCard(mistyped)).toBe(false)
      }),
    )
  })

  test('a card is read however it is written, in its four lengths only; an account has no check digit', () => {
    for (const text of ['6222021234567890128', '6222 0212 3456 7890 128', '６２２２-0212-3456-7890-128'])
      expect(isBankCard(text) && isBankAccount(text)).toBe(true)
    for (const text of ['', '622202123456789', '62220212345678901234', '6222021234567890129', '622202123456789012x'])
      expect(isBankCard(text)).toBe(false)
    expect(isBankAccount('33050163542700000123')).toBe(true)
    for (const text of ['1234567', '1'.repeat(31), '12345678a', '']) expect(isBankAccount(text)).toBe(false)
  })

  test('a number in groups of four is the same number, and what is none stays as it is', () => {
    fc.assert(
      fc.property(body, (digits) => {
        expect(bankDigits(groupedByFour(digits))).toBe(digits)
      }),
    )
    expect(groupedByFour('6217007000990011')).toBe('6217 0070 0099 0011')
    expect(groupedByFour('农商行 6217')).toBe('农商行 6217')
  })
})

describe('masks', () => {
  test.each([
    ['name', '张三', '张*'],
    ['name', '𬭎娜娜', '𬭎**'],
    ['name', '张', '*'],
    ['identity-number', '11010519491231002X', '110105********002X'],
    ['identity-number-strict', '11010519491231002X', '1****************X'],
    ['phone', '13800001234', '138****1234'],
    ['bank-card', '6222021234567890123', '***************0123'],
    ['address', '遂昌县大柘镇大田村12号', '遂昌县大柘镇大田村***'],
    ['address', '遂昌县妙高街道北街4号', '遂昌县妙高街道***'],
    ['address', '北街4号', '****'],
    ['none', '张三', '张三'],
  ] as const)('a %s: %s is shown as %s', (kind, value, shown) => {
    expect(mask(kind, value)).toBe(shown)
  })

  const character = fc.constantFrom('张', '𬭎', '1', 'X', ' ')

  test('nothing that is masked shows what it hides: the middle never stays, and a short value is hidden whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...maskKinds),
        fc.string({ unit: character, minLength: 1, maxLength: 30 }),
        (kind, value) => {
          if (kind === 'none' || kind === 'address') return
          const length = [...value].length
          const shown = [...mask(kind, value)]
          expect(shown).toHaveLength(length)
          expect(shown.filter((one) => one === '*').length).toBeGreaterThanOrEqual(Math.min(length, 1))
        },
      ),
    )
  })
})
