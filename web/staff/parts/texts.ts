import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    dueWhy: (badge: string): string => `${badge}（查看计算）`,
    sums: '期限计算',
    noSums: '目前没有计时中的期限。',
    legal: '法定',
    promised: '承诺',
    stage: '环节',
    unreachable: '服务暂时无法连接，请稍后重试。',
    retry: '重试',
  },
  en: {
    dueWhy: (badge: string): string => `${badge} (show the sum)`,
    sums: 'How the dates come about',
    noSums: 'No limit is running now.',
    legal: 'Legal',
    promised: 'Promised',
    stage: 'Step',
    unreachable: 'The service cannot be reached; please try again.',
    retry: 'Try again',
  },
})
