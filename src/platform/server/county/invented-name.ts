const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛雷龙黎史陶贺毛郝顾龚邵万覃武钱戴蓝雷',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞红玲国庆建文志海波晓燕春梅永林宏斌俊宇浩峰鹏辉慧颖佳欣雨晨思远子涵嘉怡雪婷振东立群光荣新民守义仲良清源景行书瑶若溪',
]

/** A Chinese name for a person who does not exist; the same seed gives the same name. */
export function inventedName(seed: string): string {
  const next = stream(seed)
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? ''
  const surname = pick(surnames)
  return next() < 0.2 ? surname + pick(given) : surname + pick(given) + pick(given)
}

/** Numbers from 0 up to 1, by FNV-1a of the seed and mulberry32. */
function stream(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
