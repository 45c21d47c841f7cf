import { isMailKind, SIGN_IN_CODE } from '../../domain/notices/mail-kind.ts'
import { NOTICE_NAMES } from '../../domain/notices/notice-names.ts'
import type { Text } from '../../domain/text.ts'

/** What a mail of that kind tells; the kind itself where it is of another release. */
export function mailKindName(kind: string): Text {
  if (kind === SIGN_IN_CODE) return { zh: '登录验证码', en: 'sign-in code' }
  return isMailKind(kind) && kind !== SIGN_IN_CODE ? NOTICE_NAMES[kind] : { zh: kind, en: kind }
}
