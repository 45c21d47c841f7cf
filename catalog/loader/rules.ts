import type { ItemRule } from '../../domain/routing/item-rules.ts'
import type { Text } from '../../domain/text.ts'

/** Rules that need the file, the offices or the calendars; those of the item alone are `ITEM_RULES`. */
export const LOADER_RULES = {
  'no-file': { zh: '缺少文件或目录“{file}”', en: 'the file or folder "{file}" is missing' },
  'no-items': { zh: '目录中没有任何事项', en: 'there is no service item in the folder' },
  'too-large': { zh: '文件超过 {limit} 字节', en: 'the file is longer than {limit} bytes' },
  'not-yaml': { zh: 'YAML 语法错误：{detail}', en: 'not valid YAML: {detail}' },
  'unknown-key': { zh: '不认识的键“{key}”', en: 'the key "{key}" is not known here' },
  missing: { zh: '缺少“{key}”', en: '"{key}" is missing' },
  'missing-text': { zh: '缺少{language}文本', en: 'the {language} text is missing' },
  'wrong-type': { zh: '此处应为{expected}', en: 'expected {expected} here' },
  'out-of-range': { zh: '数值或长度超出允许范围（{bound}）', en: 'the number or length is outside what is allowed ({bound})' },
  'unknown-word': { zh: '“{word}”不在允许的取值之中：{allowed}', en: '"{word}" is none of the words allowed here: {allowed}' },
  'unknown-role': { zh: '没有任何人担任“{word}”：可用角色为 {allowed}', en: 'nobody holds the role "{word}": the roles are {allowed}' },
  'bad-code': {
    zh: '编码“{word}”不合规定：小写字母开头，{pattern}',
    en: 'the code "{word}" is not allowed: it begins with a small letter, {pattern}',
  },
  'bad-amount': { zh: '“{word}”不是时限，例如 15 working-days', en: '"{word}" is no amount of time; write for example 15 working-days' },
  'bad-limit': {
    zh: '“{word}”不是带起算点的时限，例如 20 working-days from acceptance',
    en: '"{word}" is no limit with a start; write for example 20 working-days from acceptance',
  },
  'bad-window': {
    zh: '“{word}”不是窗口，例如 education.schooling at city',
    en: '"{word}" names no window; write for example education.schooling at city',
  },
  'bad-offset': {
    zh: '“{word}”不是阶梯时点，例如 1 working-day before、due、80 percent',
    en: '"{word}" is no moment of a rung; write for example 1 working-day before, due, 80 percent',
  },
  'one-target': { zh: '结果必须且只能写 to、close、ask、leadsTo 之一', en: 'an outcome has exactly one of to, close, ask and leadsTo' },
  'unknown-ladder': { zh: '没有名为“{word}”的阶梯', en: 'there is no ladder "{word}"' },
  'unknown-rung': { zh: '所用阶梯中没有“{word}”', en: 'the ladder in use has no rung "{word}"' },
  'duplicate-item': { zh: '事项编码“{code}”已在 {other} 中使用', en: 'the item code "{code}" is already used in {other}' },
  'duplicate-office': { zh: '编码“{code}”重复', en: 'the code "{code}" is used twice' },
  'unknown-department': { zh: '没有部门“{word}”', en: 'there is no department "{word}"' },
  'unknown-function': { zh: '部门“{department}”没有职能“{word}”', en: 'department "{department}" has no function "{word}"' },
  'unknown-station': { zh: '没有服务站“{word}”', en: 'there is no station "{word}"' },
  'unknown-calendar': { zh: '没有日历“{word}”', en: 'there is no calendar "{word}"' },
  'station-level': {
    zh: '服务站“{station}”的上级必须比它高一级以上，只有省中心没有上级',
    en: 'station "{station}": the station above must be of a higher level, and only the province centre has none',
  },
  'one-province': { zh: '必须且只能有一个省中心', en: 'there is exactly one station of province level' },
  'fallback-missing': {
    zh: '服务站“{station}”没有其兜底窗口“{window}”',
    en: 'station "{station}" does not have its fallback window "{window}"',
  },
  'window-nowhere': { zh: '没有任何服务站设有窗口“{window}”', en: 'no station has the window "{window}"' },
  'window-falls-back': {
    zh: '窗口“{window}”在以下服务站由兜底窗口代办：{stations}',
    en: 'the window "{window}" falls to the fallback window at: {stations}',
  },
  'department-without-window': { zh: '部门“{department}”没有窗口', en: 'department "{department}" has no window' },
} as const satisfies Readonly<Record<string, Text>>

export type LoaderRule = keyof typeof LOADER_RULES

/** Told, but the catalogue is used all the same. */
export const LOADER_WARNINGS: ReadonlySet<LoaderRule> = new Set(['window-falls-back', 'department-without-window'])

/** Rules of calendar files carry the code that the calendars' own table gives them. */
export type CatalogRule = ItemRule | LoaderRule | `calendar-${string}` | `notice-${string}`
