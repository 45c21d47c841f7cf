import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    dueWhy: (badge: string): string => `${badge}（查看计算）`,
    sums: '期限计算',
    noSums: '目前没有计时中的期限。',
    unreachable: '服务暂时无法连接，请稍后重试。',
    retry: '重试',
    files: {
      of: (name: string): string => `${name}的文件`,
      byExpert: '专家上传',
      byOffice: '窗口上传',
      upload: (name: string): string => `上传：${name}`,
      sent: (file: string): string => `已上传 ${file}`,
      unreachable: '服务暂时无法连接，请再选一次该文件；重复上传只算一次。',
    },
  },
  en: {
    dueWhy: (badge: string): string => `${badge} (show the sum)`,
    sums: 'How the dates come about',
    noSums: 'No limit is running now.',
    unreachable: 'The service cannot be reached; please try again.',
    retry: 'Try again',
    files: {
      of: (name: string): string => `Files of ${name}`,
      byExpert: 'by the expert',
      byOffice: 'by the office',
      upload: (name: string): string => `Upload: ${name}`,
      sent: (file: string): string => `${file} is uploaded`,
      unreachable: 'The service cannot be reached; choose the file again. Sent twice it counts once.',
    },
  },
})
