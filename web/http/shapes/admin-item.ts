import type { Amount } from '../../../domain/clocks/types.ts'
import type { Text } from '../../../domain/text.ts'

export interface AdminItemSummary {
  readonly code: string
  readonly version: number
  readonly name: Text
  readonly summary: Text
  readonly since: string | null
  readonly reason: string | null
  readonly stages: number
}

export interface Lead {
  readonly when: string | null
  readonly to: 'stage' | 'close' | 'ask-expert'
  readonly stage: string | null
  readonly result: string | null
  readonly name: Text
}

export interface RouteStage {
  readonly code: string
  readonly name: Text
  readonly statusText: Text
  readonly window: { readonly name: Text }
  readonly signLimit: Amount
  readonly workingLimit: Amount
  readonly returnLimit: Amount
  readonly coHandlers: readonly { readonly window: { readonly name: Text }; readonly when: string | null; readonly limit: Amount }[]
  readonly outcomes: readonly { readonly code: string; readonly name: Text; readonly accepts: boolean; readonly leadsTo: readonly Lead[] }[]
}

export interface LadderRung {
  readonly code: string
  readonly clock: string
  readonly clockName: Text
  readonly rule: Text
}

export interface RoutedItem {
  readonly code: string
  readonly version: number
  readonly name: Text
  readonly summary: Text
  readonly legalBasis: Text
  readonly materials: readonly { readonly code: string; readonly name: Text; readonly required: boolean; readonly deferrable: boolean }[]
  readonly limits: {
    readonly acceptance: Amount | null
    readonly legal: Amount | null
    readonly promised: Readonly<Record<string, Amount>>
    readonly cure: Amount
    readonly answer: Amount
    readonly aftercare: Amount
  }
  readonly start: string
  readonly route: readonly RouteStage[]
  readonly ladder: readonly LadderRung[]
}

export interface AdminItem {
  readonly item: RoutedItem
  readonly text: string
  readonly since: string | null
  readonly reason: string | null
}

export interface LineProblem {
  readonly line: number
  readonly place: string
  readonly severity: 'error' | 'warning'
  readonly zh: string
  readonly en: string
}

export interface ItemCheck {
  readonly item: RoutedItem | null
  readonly present: { readonly version: number; readonly text: string } | null
  readonly problems: readonly LineProblem[]
}
