import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMailKind, MAIL_KINDS, type MailKind } from '../../domain/notices/mail-kind.ts'
import { LANGUAGES, type Language, type Text } from '../../domain/text.ts'
import { checkNoticeSource } from './notice-check.ts'
import { noticeProblem } from './notice-rules.ts'
import { refuseErrors, type CatalogProblem } from './problem.ts'
import { parseYamlText } from './yaml-text.ts'

/** One template: handlebars sources of the subject and of the body, which is plain text. */
export interface NoticeTemplate {
  readonly subject: string
  readonly body: string
}

/** Words around every mail, `notices/<language>/frame.yaml`. */
export const FRAME_KEYS = ['office', 'greetExpert', 'greetStaff', 'openAppeal', 'openSignIn', 'footer'] as const
export type NoticeFrame = Readonly<Record<(typeof FRAME_KEYS)[number], string>>

export interface NoticeTemplates {
  readonly kinds: Readonly<Record<Language, Readonly<Record<MailKind, NoticeTemplate>>>>
  readonly frame: Readonly<Record<Language, NoticeFrame>>
}

const FRAME_FILE = 'frame.yaml'
const SUFFIX = '.hbs'
const LANGUAGE_NAMES: Readonly<Record<Language, Text>> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }

/**
 * Reads `notices/{zh,en}/<kind>.hbs` of the catalogue's folder. Throws one CatalogError that lists,
 * with file and line, every kind without a template in a language, every unknown variable and the rest
 * of NOTICE_RULES.
 */
export function loadNoticeTemplates(dir: string): NoticeTemplates {
  const problems: CatalogProblem[] = []
  const zh = loadLanguage(dir, 'zh', problems)
  const en = loadLanguage(dir, 'en', problems)
  refuseErrors(problems)
  return { kinds: { zh: zh.kinds, en: en.kinds }, frame: { zh: zh.frame, en: en.frame } }
}

/** The problems alone, for a loader that lists those of the whole catalogue at once. */
export function checkNoticeTemplates(dir: string): readonly CatalogProblem[] {
  const problems: CatalogProblem[] = []
  for (const language of LANGUAGES) loadLanguage(dir, language, problems)
  return problems
}

function loadLanguage(
  dir: string,
  language: Language,
  problems: CatalogProblem[],
): { kinds: Record<MailKind, NoticeTemplate>; frame: NoticeFrame } {
  const folder = `notices/${language}`
  const names = existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)).filter((name) => name.endsWith(SUFFIX)) : []
  for (const name of names) {
    const kind = name.slice(0, -SUFFIX.length)
    if (!isMailKind(kind)) problems.push(noticeProblem('notice-unknown-kind', `${folder}/${name}`, 1, { kind }))
  }
  const template = (kind: MailKind): NoticeTemplate => {
    const file = `${folder}/${kind}${SUFFIX}`
    if (existsSync(join(dir, file))) return readTemplate(readFileSync(join(dir, file), 'utf8'), file, problems)
    problems.push(noticeProblem('notice-missing', file, 1, { kind, language: LANGUAGE_NAMES[language] }))
    return { subject: '', body: '' }
  }
  const entries = MAIL_KINDS.map((kind) => [kind, template(kind)] as const)
  return { kinds: recordOf(entries), frame: readFrame(dir, `${folder}/${FRAME_FILE}`, problems) }
}

function readTemplate(text: string, file: string, problems: CatalogProblem[]): NoticeTemplate {
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  const subject = /^subject: (\S.*)$/.exec(lines[0] ?? '')?.[1]
  if (subject === undefined || (lines[1] ?? '') !== '') problems.push(noticeProblem('notice-subject', file, 1))
  const body = lines.slice(2).join('\n')
  if (body.trim() === '') problems.push(noticeProblem('notice-no-body', file, 1))
  problems.push(...checkNoticeSource(subject ?? '', { file, lineOffset: 0, allowBlocks: false }))
  problems.push(...checkNoticeSource(body, { file, lineOffset: 2, allowBlocks: true }))
  return { subject: subject ?? '', body }
}

function readFrame(dir: string, file: string, problems: CatalogProblem[]): NoticeFrame {
  const text = existsSync(join(dir, file)) ? readFileSync(join(dir, file), 'utf8') : ''
  const yaml = parseYamlText(text, file)
  problems.push(...yaml.problems)
  const found = new Map<string, unknown>(typeof yaml.value === 'object' && yaml.value !== null ? Object.entries(yaml.value) : [])
  const entries = FRAME_KEYS.map((key) => {
    const value = found.get(key)
    if (typeof value === 'string' && value.trim() !== '') return [key, value.trim()] as const
    problems.push(noticeProblem('notice-frame', file, 1, { key }))
    return [key, ''] as const
  })
  return recordOf(entries)
}

/** A record of entries that name every key of K once; what `Object.fromEntries` cannot say in types. */
function recordOf<K extends string, V>(entries: readonly (readonly [K, V])[]): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>
}
