import { seeded } from '#platform/kernel/seeded.ts'

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛雷龙黎史陶贺毛郝顾龚邵万覃武钱戴蓝雷',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞红玲国庆建文志海波晓燕春梅永林宏斌俊宇浩峰鹏辉慧颖佳欣雨晨思远子涵嘉怡雪婷振东立群光荣新民守义仲良清源景行书瑶若溪',
]

/** A Chinese name for a person who does not exist; the same seed gives the same name. */
export function inventedName(seed: string): string {
  const { next, pick } = seeded(seed)
  const surname = pick(surnames)
  return next() < 0.2 ? surname + pick(given) : surname + pick(given) + pick(given)
}
