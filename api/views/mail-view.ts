import type { z } from 'zod'
import type { CaseStart } from '../../domain/case/state.ts'
import { deliveryText, isMailState } from '../../domain/notices/delivery-words.ts'
import { isMailKind, isNoticeKind } from '../../domain/notices/mail-kind.ts'
import { NOTICE_NAMES } from '../../domain/notices/notice-names.ts'
import type { Text } from '../../domain/text.ts'
import type { CaseMail } from '../../prisma/readers/mail-reader.ts'
import type { mailsSchema } from '../schemas/mails.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'

type Mail = z.input<typeof mailsSchema>['mails'][number]
type RecipientKind = Mail['to']['kind']

const RECIPIENTS: Readonly<Record<RecipientKind, Text>> = {
  expert: { zh: '专家', en: 'expert' },
  liaison: { zh: '联络员', en: 'liaison officer' },
  'leader-contact': { zh: '联系领导', en: 'leader contact' },
  staff: { zh: '工作人员', en: 'staff' },
}

/** One mail of an appeal for its reader, at `reader.now`. */
export function mailView(start: CaseStart, mail: CaseMail, reader: Reader): Mail {
  const kind = recipientKind(start, mail)
  const status = isMailState(mail.status) ? mail.status : 'queued'
  const { attempts, wasUncertain } = mail
  const waitsForOffice = mail.recipientKind === 'staff' && mail.notBefore > reader.now
  return {
    id: mail.id,
    seq: mail.seq,
    at: iso(mail.at),
    kind: mail.kind,
    name: nameOf(mail.kind),
    to: { kind, role: RECIPIENTS[kind], name: kind === 'expert' ? null : (reader.staff(mail.recipientId)?.name ?? null) },
    status,
    text: deliveryText({ status, attempts, wasUncertain, waitsForOffice }),
    attempts,
    sentAt: isoOrNull(mail.sentAt),
  }
}

function recipientKind(start: CaseStart, { recipientKind: kind, recipientId: id }: CaseMail): RecipientKind {
  if (kind === 'expert') return 'expert'
  if (id === start.leaderContact) return 'leader-contact'
  return id === start.liaison ? 'liaison' : 'staff'
}

/** A kind of a later release is told by its code. */
function nameOf(kind: string): Text {
  return isMailKind(kind) && isNoticeKind(kind) ? NOTICE_NAMES[kind] : { zh: kind, en: kind }
}
