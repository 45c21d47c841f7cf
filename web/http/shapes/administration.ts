import type { StaffRole } from '../../../domain/people/roles.ts'
import type { MailState } from '../../../domain/notices/delivery-words.ts'
import type { Language, Text } from '../../../domain/text.ts'

export interface StaffRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly active: boolean
}

export interface Membership {
  readonly id: string
  readonly staffId: string
  readonly role: StaffRole
  readonly window: string | null
  readonly station: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

export interface Absence {
  readonly id: string
  readonly staffId: string
  readonly substituteId: string
  readonly fromDay: string
  readonly toDay: string
}

export interface WindowRow {
  readonly code: string
  readonly department: string
  readonly function: string
  readonly station: string
  readonly calendar: string
  readonly name: Text
  readonly active: boolean
}

export interface StationRow {
  readonly code: string
  readonly name: Text
  readonly level: 'district' | 'city' | 'province'
  readonly parent: string | null
  readonly calendar: string
  readonly fallbackWindow: string
}

export interface DepartmentRow {
  readonly code: string
  readonly name: Text
  readonly functions: readonly { readonly code: string; readonly name: Text }[]
}

export interface OutboxMail {
  readonly id: string
  readonly number: string | null
  readonly name: Text
  readonly recipient: { readonly kind: 'expert' | 'staff' | 'role'; readonly name: string | null }
  readonly status: MailState
  readonly statusText: Text
  readonly attempts: number
  readonly at: string
  readonly sentAt: string | null
  readonly error: string | null
  readonly resent: number
  readonly mayResend: boolean
}

export interface AuditedEvent {
  readonly number: string
  readonly seq: number
  readonly at: string
  readonly writtenAt: string
  readonly type: string
  readonly name: Text
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null; readonly actingFor: string | null }
}

export interface AuditedRead {
  readonly id: string
  readonly at: string
  readonly readAt: string
  readonly person: { readonly kind: string; readonly id: string; readonly name: string | null }
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string | null }
  readonly route: string
}

interface MailWords {
  readonly template: { readonly subject: string; readonly body: string }
  readonly sample: { readonly subject: string; readonly text: string }
}

export interface MailTextKind {
  readonly kind: string
  readonly name: Text
  readonly reader: 'expert' | 'staff'
  readonly zh: MailWords
  readonly en: MailWords
}
