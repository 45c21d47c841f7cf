import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    required: '必填',
    cancel: '取消',
    yes: '是',
    no: '否',
    choose: '请选择',
    sent: (what: string): string => `已完成：${what}`,
    stale: '任务在您填写期间已有变化。下面是最新情况；您填写的内容仍然保留，可再次提交。',
    more: '更多操作',
    nothingToDo: '目前没有您可以办理的操作。',
    noMaterials: '此事项没有材料。',
    unreachable: '服务暂时无法连接；请稍后用同样的内容再试，不会重复办理。',
  },
  en: {
    required: 'required',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose',
    sent: (what: string): string => `Done: ${what}`,
    stale: 'The task changed while you were typing. This is how it stands now; what you typed is kept and may be sent again.',
    more: 'More',
    nothingToDo: 'There is nothing for you to do here now.',
    noMaterials: 'This matter has no materials.',
    unreachable: 'The service cannot be reached; send the same again later, it counts once.',
  },
})
