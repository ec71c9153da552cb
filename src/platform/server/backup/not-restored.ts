const sentences = {
  'not-empty': {
    zh: (what: string) =>
      `目标不是空的（${what}）：恢复只写入新的数据文件夹和空的数据库，请用 XIANQU_DATA 指定新文件夹。`,
    en: (what: string) =>
      `The target is not empty (${what}): a restore writes into a new data folder and an empty database only.`,
  },
  damaged: {
    zh: (what: string) => `备份文件不完整或被改动（${what}）；没有恢复任何内容。`,
    en: (what: string) => `The backup is incomplete or altered (${what}); nothing was restored.`,
  },
  'schema-unknown': {
    zh: (what: string) => `备份来自更新的版本（${what}），请先升级本平台；没有恢复任何内容。`,
    en: (what: string) => `The backup is of a newer Xianqu (${what}); upgrade first. Nothing was restored.`,
  },
} as const

/** A restore that was refused, with the reason in words. */
export class NotRestored extends Error {
  readonly reason: keyof typeof sentences
  constructor(reason: keyof typeof sentences, what: string) {
    super(`${sentences[reason].zh(what)}\n${sentences[reason].en(what)}`)
    this.reason = reason
  }
}
