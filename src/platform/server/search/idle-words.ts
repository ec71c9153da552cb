/**
 * What people say around what they want, longest first: it is taken out of a question before it is looked up, unless nothing else is left.
 */
const idle = [
  ...[
    '需要什么材料',
    '要什么材料',
    '需要哪些材料',
    '要哪些手续',
    '要什么手续',
    '怎么办理',
    '如何办理',
    '在哪里办',
    '到哪里办',
  ],
  ...[
    '怎么申请',
    '如何申请',
    '能不能',
    '可不可以',
    '有没有',
    '是不是',
    '多少钱',
    '要多久',
    '怎么样',
    '怎么办',
    '怎么弄',
  ],
  ...[
    '我想要',
    '我要去',
    '帮我',
    '给我',
    '我想',
    '我要',
    '请问',
    '想问',
    '想要',
    '怎么',
    '怎样',
    '如何',
    '哪里',
    '哪儿',
    '在哪',
  ],
  ...['什么', '可以', '能够', '需要', '一下', '流程', '手续', '材料', '条件', '网上', '办理', '的话', '现在', '应该'],
  ...['我', '吗', '呢', '啊', '吧', '的', '了', '去', '要', '想', '请', '问', '哪', '能', '有'],
]
const idlePinyin = [
  'xuyaoshenmecailiao',
  'zenmeban',
  'zenmeyang',
  'zenme',
  'ruhe',
  'qingwen',
  'woyao',
  'woxiang',
  'banli',
  'nali',
  'de',
]

/** A question without what is said around it; as it is where nothing else is in it. */
export function withoutIdleWords(text: string): string {
  const left = idle.reduce((rest, word) => rest.replaceAll(word, ' '), text).trim()
  return left.replace(/ /g, '').length >= 2 ? left : text
}

/** The same for one written in pinyin with blanks between its words. */
export function withoutIdlePinyin(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !idlePinyin.includes(word))
  return left.length > 0 ? left : words
}
