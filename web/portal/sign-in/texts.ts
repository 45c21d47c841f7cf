import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    title: '登录',
    forExperts: '专家登录',
    forStaff: '工作人员登录',
    email: '电子邮箱',
    sendCode: '发送验证码',
    code: '验证码（10 分钟内有效）',
    codeSent: '如该邮箱已登记，验证码已发出，请查收邮件。',
    username: '用户名',
    password: '密码',
    signIn: '登录',
    needsScripts: '登录需要启用浏览器脚本。',
    failed: '暂时无法登录，请稍后重试。',
  },
  en: {
    title: 'Sign in',
    forExperts: 'Experts',
    forStaff: 'Staff',
    email: 'E-mail address',
    sendCode: 'Send me a code',
    code: 'Code (valid for 10 minutes)',
    codeSent: 'If the address is known, a code is on its way; please look at your mail.',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    needsScripts: 'Signing in needs scripts to be on in your browser.',
    failed: 'Signing in is not possible now; please try again later.',
  },
})
