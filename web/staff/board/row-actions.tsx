import type { ReactNode } from 'react'
import type { SupervisedAppeal } from '../../http/shapes/board.ts'
import { ActionBar } from '../commands/action-bar.tsx'
import { actionsOf, openLead } from './bulk.ts'

/** What may be done about one appeal of the list, and its open lead task, in place. */
export function RowActions({ appeal }: { readonly appeal: SupervisedAppeal }): ReactNode {
  const task = openLead(appeal)
  return (
    <ActionBar
      actions={actionsOf(appeal)}
      scene={{ window: task?.window ?? appeal.window, outcomes: [], materials: [] }}
      version={task?.version ?? null}
    />
  )
}
