import type { Text } from '../../domain/text.ts'
import { fillText } from '../../domain/routing/item-rules.ts'
import type { CatalogProblem } from './problem.ts'

/** Rules of the templates of mails (catalog/notices). */
export const NOTICE_RULES = {
  'notice-missing': { zh: '通知“{kind}”缺少{language}模板', en: 'the notice "{kind}" has no template in {language}' },
  'notice-unknown-kind': { zh: '没有通知种类“{kind}”', en: 'there is no kind of notice "{kind}"' },
  'notice-subject': { zh: '第一行应为“subject: 主题”，第二行为空行', en: 'the first line is "subject: ..." and the second is empty' },
  'notice-no-body': { zh: '模板没有正文', en: 'the template has no body' },
  'notice-syntax': { zh: '模板语法错误：{detail}', en: 'the template cannot be read: {detail}' },
  'notice-unknown-variable': { zh: '没有变量“{name}”', en: 'there is no variable "{name}"' },
  'notice-not-a-value': { zh: '“{name}”不是单个值，不能直接写出', en: '"{name}" is no single value and cannot be written out' },
  'notice-not-a-list': { zh: '“{name}”不是列表，不能用 each', en: '"{name}" is no list; each needs one' },
  'notice-unknown-helper': {
    zh: '不可使用“{name}”，只有 if、unless、each、with',
    en: '"{name}" is not known; there are if, unless, each and with',
  },
  'notice-unknown-block': { zh: '没有整块“{name}”：{allowed}', en: 'there is no block "{name}": {allowed}' },
  'notice-unescaped': {
    zh: '“{name}”须写成两个花括号，否则不转义',
    en: '"{name}" is written with two braces; with three it would not be escaped',
  },
  'notice-markup': { zh: '模板为纯文本，不得含有 HTML', en: 'templates are plain text, without HTML' },
  'notice-frame': { zh: '缺少“{key}”', en: '"{key}" is missing' },
} as const satisfies Readonly<Record<string, Text>>
export type NoticeRule = keyof typeof NOTICE_RULES

/** A breach in a template; `line` counts from 1, `file` is relative to the catalogue. */
export function noticeProblem(
  rule: NoticeRule,
  file: string,
  line: number,
  args: Readonly<Record<string, string | Text>> = {},
): CatalogProblem {
  return { file, line, path: [], rule, severity: 'error', text: fillText(NOTICE_RULES[rule], args) }
}
