import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    menu: '系统管理菜单',
    people: '人员与角色',
    windows: '窗口与服务站',
    items: '服务事项',
    calendars: '工作日历',
    ladders: '预警阶梯',
    mailTexts: '邮件文本',
    outbox: '邮件发件箱',
    audit: '审计检索',
    stuck: '停滞诉求',
    notAllowed: '本页仅供系统管理员和审计员使用。',
  },
  en: {
    menu: 'Menu of the administration',
    people: 'People and roles',
    windows: 'Windows and stations',
    items: 'Service items',
    calendars: 'Calendars',
    ladders: 'Ladders',
    mailTexts: 'Texts of mails',
    outbox: 'Outbox',
    audit: 'Audit',
    stuck: 'Stuck appeals',
    notAllowed: 'This page is for administrators and auditors.',
  },
})
