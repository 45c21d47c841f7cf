import type { Amount } from '../../../domain/clocks/types.ts'
import type { FieldType } from '../../../domain/routing/item.ts'
import type { Text } from '../../../domain/text.ts'

export interface ItemSummary {
  readonly code: string
  readonly name: Text
  readonly summary: Text
}

export interface ItemField {
  readonly code: string
  readonly label: Text
  readonly type: FieldType
  readonly required: boolean
  readonly confidential: boolean
  readonly options?: readonly { readonly code: string; readonly label: Text }[]
  readonly min?: number
  readonly max?: number
}

export interface ItemMaterial {
  readonly code: string
  readonly name: Text
  readonly required: boolean
  readonly deferrable: boolean
}

/** What a person needs to know to file. */
export interface Item extends ItemSummary {
  readonly legalBasis: Text
  readonly form: readonly ItemField[]
  readonly materials: readonly ItemMaterial[]
  readonly limits: {
    readonly acceptance: Amount | null
    readonly legal: Amount | null
    readonly promised: Readonly<Record<string, Amount>>
    readonly cure: Amount
  }
}

/** A filing that was begun and is kept. */
export interface Draft {
  readonly item: string
  readonly itemName: Text | null
  readonly form: Readonly<Record<string, unknown>>
  readonly materials: readonly Readonly<Record<string, unknown>>[]
  readonly savedAt: string
}
