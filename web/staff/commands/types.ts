import type { Text } from '../../../domain/text.ts'
import type { Outcome } from '../../http/shapes/task.ts'
import type { MaterialOf } from '../../http/shapes/appeal.ts'

/** How a field of a command's body is typed or chosen. */
export type FieldKind = 'line' | 'words' | 'choice' | 'outcome' | 'day' | 'amount' | 'score' | 'yes-no' | 'window' | 'person' | 'materials'

export interface CommandField {
  /** Name in the body of the command. */
  readonly name: string
  readonly kind: FieldKind
  readonly label: Text
  readonly required: boolean
  readonly hint?: Text
  readonly options?: readonly { readonly value: string; readonly label: Text }[]
  /** Only for an outcome that closes as not accepted. */
  readonly whenOfficeInCharge?: boolean
}

/** What pages know of a command besides what the API says: its button, and the form of its body. */
export interface CommandSpec {
  /** What it brings about, as the button says it. */
  readonly effect: Text
  readonly fields: readonly CommandField[]
  /** Place among the commands that may be the one main button; lower goes first, null never. */
  readonly primary: number | null
  /** May be pressed on many at once. */
  readonly bulk: boolean
  readonly danger?: boolean
}

/** What the choices of a form are made from. */
export interface CommandScene {
  readonly window: string | null
  readonly outcomes: readonly Outcome[]
  readonly materials: readonly MaterialOf[]
}
