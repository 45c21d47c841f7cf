import type { DerivedRoute } from './item/derive.ts'
import type { EventLog } from './log/event-log.ts'

/** Author and source of the log that the columns follow. */
export const CITATION =
  "J.C.A.M. Buijs: Receipt phase of an environmental permit application process ('WABO'), CoSeLoG project. 4TU.ResearchData, 2014. doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6"

/** What is printed before a replay: the log, what was derived from it, and whom the reference log is owed to. */
export function head(file: string, log: EventLog, route: DerivedRoute, running: number): string {
  const tasks = log.reduce((sum, each) => sum + each.tasks.length, 0)
  const outcomes = route.stages.reduce((sum, stage) => sum + stage.followers.length + Number(stage.ends), 0)
  const pairs = route.stages.reduce((sum, stage) => sum + stage.officers.length, 0)
  const officers = new Set(route.stages.flatMap((stage) => stage.officers)).size
  return [
    `事件日志 / event log        ${file}: ${log.length} 案件/cases, ${tasks} 任务/tasks`,
    `推导的事项 / derived item   ${route.stages.length} 环节/stages, ${outcomes} 结果/outcomes, ${officers} 人员/officers, ${pairs} 任职/memberships`,
    `回放 / replayed             ${running} 案件/cases`,
    `参考日志 / reference log    ${CITATION}`,
  ].join('\n')
}
