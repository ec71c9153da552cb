import { existsSync, readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, fine } from './finding.ts'
import type { Subject } from './subject.ts'

const gigabyte = 2 ** 30
const freeBytes = { attention: 5 * gigabyte, wrong: gigabyte }
const backupDays = { attention: 2, wrong: 7 }
const dayMilliseconds = 86_400_000
const secretFiles = [
  'secrets.json',
  'journal-signing-key.pem',
  'signing-keys.json',
  'face-service.json',
  'channels-secrets.json',
  'connectors-secrets.json',
  'personal-data-keys.json',
  'single-sign-on.json',
  'demo-accounts.json',
]

/** The machine and what lies on it: space, keys, backups. */
export async function machineFindings(subject: Pick<Subject, 'data' | 'now' | 'isDemo'>): Promise<Finding[]> {
  return [await diskOf(subject.data), ...keysOf(subject.data), backupOf(subject)]
}

async function diskOf(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const gigabytes = (free / gigabyte).toFixed(1)
  if (free >= freeBytes.attention) return fine('disk', `剩余空间 ${gigabytes} GB`, `${gigabytes} GB free`)
  return {
    check: 'disk',
    level: free < freeBytes.wrong ? 'wrong' : 'attention',
    zh: `数据文件夹所在磁盘只剩 ${gigabytes} GB；请清理或扩容，写满后平台会停止接收办理。`,
    en: `Only ${gigabytes} GB are free where the data folder lies; clear or extend it: the platform takes no more work once it is full.`,
  }
}

function keysOf(folder: string): Finding[] {
  const open = secretFiles.map((name) => join(folder, name)).filter((file) => existsSync(file) && isOpen(file))
  if (open.length === 0) return [fine('keys', '密钥文件只有所有者可读', 'Only their owner can read the keys')]
  return open.map((file) => ({
    check: 'keys',
    level: 'wrong',
    zh: `${file} 可被他人读取；请运行 chmod 600 ${file}，并考虑更换其中的密钥。`,
    en: `${file} can be read by others; run chmod 600 ${file}, and consider changing what is in it.`,
  }))
}

function isOpen(file: string): boolean {
  return (statSync(file).mode & 0o077) !== 0
}

/** A demonstration county needs no backup. */
function backupOf({ data, now, isDemo }: Pick<Subject, 'data' | 'now' | 'isDemo'>): Finding {
  const last = lastBackup(data)
  const days = last === undefined ? undefined : (now.getTime() - last.getTime()) / dayMilliseconds
  if (days !== undefined && days < backupDays.attention)
    return fine('backup', `上次备份在 ${days.toFixed(1)} 天前`, `Backed up ${days.toFixed(1)} days ago`)
  if (isDemo) return fine('backup', '演示县不要求备份', 'A demonstration county needs no backup')
  return {
    check: 'backup',
    level: days === undefined || days > backupDays.wrong ? 'wrong' : 'attention',
    zh: `${days === undefined ? '从未备份' : `上次备份在 ${days.toFixed(0)} 天前`}；请运行 xianqu backup --out 文件，并设为每日定时。`,
    en: `${days === undefined ? 'Never backed up' : `Last backed up ${days.toFixed(0)} days ago`}; run xianqu backup --out FILE, and have it run every day.`,
  }
}

function lastBackup(folder: string): Date | undefined {
  try {
    const { at } = JSON.parse(readFileSync(join(folder, 'last-backup.json'), 'utf8')) as { at: string }
    return new Date(at)
  } catch {
    return undefined
  }
}
