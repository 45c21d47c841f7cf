import type { Text } from '../../../domain/text.ts'

export interface Calendar {
  readonly id: string
  readonly version: string
  readonly name: Text
  readonly covers: { readonly from: string; readonly to: string }
  readonly since: string | null
  readonly reason: string | null
  readonly notices: readonly { readonly year: number; readonly title: string; readonly number: string; readonly issued: string }[]
}

export interface CalendarDay {
  readonly date: string
  readonly kind: 'working' | 'off' | 'holiday' | 'make-up'
  readonly name: Text | null
  readonly periods: readonly { readonly from: string; readonly to: string }[]
}

export interface CalendarYear extends Calendar {
  readonly text: string
  readonly year: number
  readonly covered: boolean
  readonly days: readonly CalendarDay[]
}
