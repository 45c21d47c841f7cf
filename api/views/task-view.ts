import type { z } from 'zod'
import { taskDues } from '../../domain/case/dues.ts'
import { followOutcome } from '../../domain/case/decide/conditions.ts'
import { isOpen, openTasks, runningClocks, stageOf } from '../../domain/case/lookups.ts'
import { colourOf } from '../../domain/case/project.ts'
import { CLOSE_RESULT_LABELS } from '../../domain/case/status-sentence.ts'
import type { CaseClock, CaseState, Task } from '../../domain/case/state.ts'
import type { Outcome } from '../../domain/routing/item.ts'
import { taskActions } from '../commands/action-list.ts'
import type { taskBriefSchema, taskSchema } from '../schemas/case.ts'
import { clockView } from './clock-view.ts'
import { duesView } from './due-view.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'

/** A task inside an appeal. */
export function taskBrief(state: CaseState, task: Task, reader: Reader): z.input<typeof taskBriefSchema> {
  const clocks = clocksOf(state, task)
  const due = clocks.flatMap((clock) => (clock.kind === 'sign' || clock.dueAt === null ? [] : [clock.dueAt]))
  return {
    id: task.id,
    role: task.role,
    stage: task.stage,
    stageName: stageOf(state, task.stage).name,
    visit: task.visit,
    window: task.window,
    windowName: reader.windowName(task.window),
    status: task.status,
    version: task.version,
    dueAt: due.length === 0 ? null : iso(Math.min(...due)),
    colour: isOpen(task) ? colourOf(clocks) : 'green',
    dispatchedAt: iso(task.dispatchedAt),
    signedAt: isoOrNull(task.signedAt),
    endedAt: isoOrNull(task.endedAt),
    assignee: reader.staff(task.assignee),
    delegate: reader.staff(task.delegate),
    outcome: task.outcome,
    opinion: reader.access.circle === 'expert' ? null : task.opinion,
    actions: taskActions(state, reader.actor, task.id),
  }
}

/** A task with its outcomes and where each leads on the facts of this case. */
export function taskView(state: CaseState, task: Task, reader: Reader): z.input<typeof taskSchema> {
  const stage = stageOf(state, task.stage)
  const { number, caseId, item } = state.start
  return {
    ...taskBrief(state, task, reader),
    appeal: {
      number,
      id: caseId,
      item: item.code,
      itemName: item.name,
      status: state.status,
      stage: state.stage,
      version: state.seq,
      changedAt: iso(state.at),
      openTasks: openTasks(state).map(({ id, role, stage: at, window, status, version }) => ({
        id,
        role,
        stage: at,
        window,
        status,
        version,
      })),
    },
    purpose: stage.purpose,
    dues: duesView(taskDues(state, task, reader.now)),
    clocks: Object.values(state.clocks)
      .filter((clock) => clock.scope.kind === 'task' && clock.scope.id === task.id)
      .map((clock) => clockView(state, clock, reader.now)),
    outcomes: task.role === 'lead' ? stage.outcomes.map((outcome) => outcomeView(state, outcome)) : [],
  }
}

function clocksOf(state: CaseState, task: Task): readonly CaseClock[] {
  return runningClocks(state).filter((clock) => clock.scope.kind === 'task' && clock.scope.id === task.id)
}

function outcomeView(state: CaseState, outcome: Outcome): z.input<typeof taskSchema>['outcomes'][number] {
  return {
    code: outcome.code,
    name: outcome.name,
    accepts: outcome.accepts,
    needsOfficeInCharge: outcome.needsOfficeInCharge,
    leadsTo: leadsTo(state, outcome),
  }
}

function leadsTo(state: CaseState, outcome: Outcome): z.input<typeof taskSchema>['outcomes'][number]['leadsTo'] {
  const { target } = followOutcome(state, outcome)
  switch (target.kind) {
    case 'stage': {
      const { name } = stageOf(state, target.stage)
      return { kind: 'stage', stage: target.stage, result: null, zh: `进入“${name.zh}”`, en: `on to "${name.en}"` }
    }
    case 'close': {
      const label = CLOSE_RESULT_LABELS[target.result]
      return { kind: 'close', stage: null, result: target.result, zh: `办结：${label.zh}`, en: `closes: ${label.en}` }
    }
    case 'ask-expert':
      return { kind: 'ask-expert', stage: null, result: null, zh: '询问专家', en: 'a question to the expert' }
  }
}
