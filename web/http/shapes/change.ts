import type { Colour } from '../../../domain/case/rows.ts'
import type { Amount } from '../../../domain/clocks/types.ts'
import type { Text } from '../../../domain/text.ts'

/** What a newer calendar or item would change of the open appeals (one part of them). */
export interface ChangePreview {
  readonly kind: 'calendar' | 'item'
  readonly target: string
  readonly version: string
  readonly digest: string
  readonly brings: readonly { readonly id: string; readonly version: string }[]
  readonly appeals: number
  readonly gaining: number
  readonly losing: number
  readonly changing: number
  readonly refused: number
  readonly clocksMoved: number
  readonly shifts: readonly (Amount & { readonly moved: 'gains' | 'loses'; readonly clocks: number })[]
  readonly colours: readonly { readonly from: Colour; readonly to: Colour; readonly appeals: number }[]
  readonly first: readonly {
    readonly number: string
    readonly clocks: readonly {
      readonly id: string
      readonly kind: string
      readonly dueBefore: string | null
      readonly dueAfter: string | null
      readonly moved: 'gains' | 'loses' | 'none'
    }[]
    readonly refusal: { readonly code: string; readonly text: Text } | null
  }[]
  readonly next: string | null
}

/** How far a change has come. */
export interface Change {
  readonly id: string
  readonly kind: 'calendar' | 'item'
  readonly target: string
  readonly version: string
  readonly reason: string
  readonly confirmedBy: { readonly id: string; readonly name: string } | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: 'running' | 'ended' | 'ended-with-failures'
  readonly total: number
  readonly done: number
  readonly moved: number
  readonly unmoved: number
  readonly ended: number
  readonly refused: number
  readonly failed: number
}

export interface ChangeDetail extends Change {
  readonly leftovers: readonly { readonly number: string; readonly state: 'refused' | 'failed'; readonly detail: string | null }[]
}
