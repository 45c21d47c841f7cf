import { defineTexts } from '../../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    title: '邮件文本',
    hint: '以下用虚构的数据预览；文本在目录的 notices 文件夹中修改，重启后生效。',
    kind: '邮件种类',
    expert: '发给专家',
    staff: '发给工作人员',
    chinese: '中文',
    english: '英文',
    subject: '主题',
    sample: '预览',
    template: '模板',
  },
  en: {
    title: 'Texts of mails',
    hint: 'Shown with invented values; the texts are changed in the folder notices of the catalogue and hold after a restart.',
    kind: 'Kind of mail',
    expert: 'to experts',
    staff: 'to staff',
    chinese: 'Chinese',
    english: 'English',
    subject: 'Subject',
    sample: 'Preview',
    template: 'Template',
  },
})
