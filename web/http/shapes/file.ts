import type { FileRef } from './appeal.ts'
import type { PersonRef } from './task.ts'

/** A file of a material of an appeal. */
export interface SentFile extends FileRef {
  readonly type: string
  readonly at: string
  readonly href: string
  readonly from: 'expert' | 'staff'
  /** Null for experts, who see no persons. */
  readonly by: PersonRef | null
}
