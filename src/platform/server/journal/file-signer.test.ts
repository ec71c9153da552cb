import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyFrontier } from '#platform/kernel/merkle/index.ts'
import { noon } from './fixtures.ts'
import { headVerifier, openFileSigner } from './index.ts'
import { signHead } from './tree-head.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-signer-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the first start makes a key for its owner alone, and later starts sign with the same', async () => {
  const data = join(folder, 'data')
  const first = openFileSigner(data)
  const again = openFileSigner(data)
  expect(statSync(join(data, 'journal-signing-key.pem')).mode & 0o777).toBe(0o600)
  expect(again.keyId).toBe(first.keyId)
  const head = await signHead(again, '331123', emptyFrontier, noon)
  expect(headVerifier(readFileSync(join(data, 'journal-public-key.pem'), 'utf8'))(head)).toBe('signed')
  expect(headVerifier(first.publicKey)({ ...head, at: '2026-01-01T00:00:00.000Z' })).toBe('forged')
})

test('a key that others may read is refused, with the remedy', () => {
  openFileSigner(folder)
  chmodSync(join(folder, 'journal-signing-key.pem'), 0o644)
  expect(() => openFileSigner(folder)).toThrow('chmod 600')
})

test('a text without a public key is refused', () => {
  expect(() => headVerifier('nothing')).toThrow('no public key')
})
