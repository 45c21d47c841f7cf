import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    title: '工作台',
    mine: '我的',
    unclaimed: '待认领',
    waiting: '等待专家',
    overdue: '逾期',
    done: '已办',
    number: '诉求编号',
    due: '期限',
  },
  en: {
    title: 'Workbench',
    mine: 'Mine',
    unclaimed: 'Unclaimed',
    waiting: 'Waiting for the expert',
    overdue: 'Overdue',
    done: 'Done',
    number: 'Appeal',
    due: 'Due',
  },
})
