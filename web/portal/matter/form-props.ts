import type { Language } from '../../../domain/text.ts'
import type { AppealDetail } from '../../http/shapes/appeal.ts'

/** What each form of a matter is drawn from. */
export interface FormProps {
  readonly appeal: AppealDetail
  /** Where it is sent, from the `actions` of the answer. */
  readonly href: string
  readonly language: Language
  /** It was accepted: the page shows what is so now. */
  readonly onDone: () => Promise<void>
}
