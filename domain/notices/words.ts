import type { EventData } from '../case/event.ts'
import type { DispatchReason, PauseEnd } from '../case/state.ts'
import type { Text } from '../text.ts'

/** How an appeal came to be accepted. */
export const ACCEPTED: Readonly<Record<EventData['AppealAccepted']['mode'], Text>> = {
  explicit: { zh: '已受理', en: 'accepted' },
  provisional: { zh: '容缺受理', en: 'accepted provisionally, the promised papers follow' },
  deemed: { zh: '期限内未告知，自收到之日起视为受理', en: 'nothing was said in time, so it counts as accepted from the day of receipt' },
}

export const EXTENSION: Readonly<Record<'granted' | 'refused', Text>> = {
  granted: { zh: '同意延期', en: 'granted' },
  refused: { zh: '不同意延期', en: 'refused' },
}

export const ORDER: Readonly<Record<'urge' | 'supervise', Text>> = {
  urge: { zh: '催办', en: 'urge' },
  supervise: { zh: '督办', en: 'supervise' },
}

/** Why a task comes to a window; null where that is simply its way. */
export const DISPATCHED: Readonly<Record<DispatchReason, Text | null>> = {
  route: null,
  returned: { zh: '其他窗口退单', en: 'another window returned it' },
  referred: { zh: '其他窗口转办', en: 'another window referred it' },
  arbitrated: { zh: '经仲裁指定，不得再退', en: 'arbitration named you; it cannot be returned' },
  reassigned: { zh: '改派', en: 'it was reassigned' },
  unclaimed: { zh: '原窗口逾期无人认领', en: 'nobody at its window claimed it in time' },
  'co-handling': { zh: '请贵窗口协办；逾期未答复视为同意', en: 'you are asked to co-handle; silence past the limit counts as consent' },
  reopened: { zh: '诉求重新办理', en: 'the appeal was reopened' },
}

/** An extension that counts as refused because nobody decided it. */
export const NOT_DECIDED: Text = { zh: '审批期限内未作决定', en: 'nobody decided it within the limit' }

/** What follows where the expert lets a limit of their own pass; null where that is told otherwise. */
export const CONSEQUENCES: Readonly<Record<'cure' | 'answer', Readonly<Record<'lapse' | 'resume', Text>>>> = {
  cure: {
    lapse: {
      zh: '到期仍未补充的，这件诉求将终止，届时您可以重新提交。',
      en: 'If they have not come by then, this appeal ends and you may file it again.',
    },
    resume: { zh: '到期仍未补充的，窗口将按现有材料决定。', en: 'If they have not come by then, the window decides on what it has.' },
  },
  answer: {
    lapse: {
      zh: '到期仍未答复的，这件诉求将终止，届时您可以重新提交。',
      en: 'Without your answer by then, this appeal ends and you may file it again.',
    },
    resume: { zh: '到期仍未答复的，窗口将按现有情况办理。', en: 'Without your answer by then, the window goes on without it.' },
  },
}

/** Why work goes on after a pause; null where the window simply resumed it. */
export const RESUMED: Readonly<Record<PauseEnd, Text | null>> = {
  resumed: null,
  supplemented: { zh: '已收到您补充的材料', en: 'your papers have come in' },
  answered: { zh: '已收到您的答复', en: 'your answer has come in' },
  'end-reached': { zh: '等待期限已到', en: 'the time for waiting is over' },
  'case-closed': null,
}

/** The expert is reminded of papers that were promised at a provisional acceptance. */
export const PROMISED_PAPERS: Text = { zh: '请补交您承诺的材料', en: 'the papers you promised are still awaited' }
