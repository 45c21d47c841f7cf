import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    waiting: (count: number) => `${count} 条新变化，点击刷新`,
  },
  en: {
    waiting: (count: number) => (count === 1 ? '1 new change, show it' : `${count} new changes, show them`),
  },
})
