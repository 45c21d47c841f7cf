import type { Text } from '../../domain/text.ts'

/**
 * Every problem the API itself can answer with, besides the refusals of the core (domain/case/refusal.ts).
 * Code, HTTP status and public sentence in zh and en; `{name}` is filled from the problem's params.
 */
const TABLE = {
  'malformed-json': { status: 400, zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'malformed-request': { status: 400, zh: '请求格式不正确。', en: 'The request is malformed.' },
  'upload-broken': {
    status: 400,
    zh: '文件未完整送达，请重新上传。',
    en: 'The file did not arrive whole; send it again.',
  },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'wrong-credentials': { status: 401, zh: '账号或凭证不正确。', en: 'The account or its secret is not right.' },
  'role-missing': { status: 403, zh: '您的角色无权使用此功能。', en: 'Your role may not use this.' },
  'not-in-scope': { status: 403, zh: '该对象不在您的管辖范围内。', en: 'This lies outside your scope.' },
  'foreign-origin': { status: 403, zh: '请求来源不被允许。', en: 'The request comes from a foreign origin.' },
  'upload-header-missing': {
    status: 403,
    zh: '上传须带请求头 X-Hongyan: 1。',
    en: 'An upload must carry the header X-Hongyan: 1.',
  },
  'unknown-route': { status: 404, zh: '没有此地址。', en: 'There is no such address.' },
  'unknown-appeal': { status: 404, zh: '没有此诉求。', en: 'There is no such appeal.' },
  'unknown-item': { status: 404, zh: '没有此服务事项。', en: 'There is no such service item.' },
  'unknown-staff': { status: 404, zh: '没有此工作人员。', en: 'There is no such staff member.' },
  'unknown-membership': { status: 404, zh: '没有此任职。', en: 'There is no such membership.' },
  'unknown-mail': { status: 404, zh: '没有此邮件。', en: 'There is no such mail.' },
  'mail-not-failed': {
    status: 409,
    zh: '只有发送失败的诉求邮件可以重发。',
    en: 'Only a mail about an appeal that could not be sent can be sent again.',
  },
  'unknown-absence': { status: 404, zh: '没有此请假记录。', en: 'There is no such absence.' },
  'unknown-window': { status: 404, zh: '没有此窗口。', en: 'There is no such window.' },
  'unknown-calendar': { status: 404, zh: '没有此日历。', en: 'There is no such calendar.' },
  'unknown-file': { status: 404, zh: '没有此文件。', en: 'There is no such file.' },
  'unknown-material': { status: 404, zh: '该事项没有此项材料。', en: 'The service item has no such material.' },
  'unknown-draft': { status: 404, zh: '没有此事项的草稿。', en: 'There is no draft for this item.' },
  'unknown-change': { status: 404, zh: '没有此次变更。', en: 'There is no such change.' },
  'unknown-view': { status: 404, zh: '没有此视图。', en: 'There is no such view.' },
  'unknown-press': { status: 404, zh: '没有此次批量办理。', en: 'There is no such press on many.' },
  'too-many-views': { status: 409, zh: '最多可保存 {most} 个视图。', en: 'At most {most} views may be kept.' },
  'unknown-export': { status: 404, zh: '没有此导出。', en: 'There is no such export.' },
  'method-not-allowed': { status: 405, zh: '该地址不支持此方法。', en: 'This address does not know that method.' },
  'upload-stalled': { status: 408, zh: '上传中断过久，请重新上传。', en: 'The upload stood still for too long; send the file again.' },
  'duplicate-appeal': {
    status: 409,
    zh: '该专家此事项已有在办诉求 {number}；确需另行提交请注明。',
    en: 'The expert already has appeal {number} open for this item; confirm if another is meant.',
  },
  'preview-stale': {
    status: 409,
    zh: '预览之后内容或现行版本已变化，请重新预览后再确认。',
    en: 'The text or the version in force has changed since the preview; look at a new preview before confirming.',
  },
  'change-running': {
    status: 409,
    zh: '另一次变更尚未完成，请稍后再试。',
    en: 'Another change is still being carried out; wait for its end.',
  },
  'change-outdated': { status: 409, zh: '此后已有更新的版本生效。', en: 'A newer version has come into force since.' },
  'export-not-ready': { status: 409, zh: '导出尚未完成或已失败。', en: 'The export is not finished, or has failed.' },
  'exports-running': {
    status: 409,
    zh: '您已有两个导出正在进行，请等其完成。',
    en: 'Two exports of yours are being written; wait for one of them.',
  },
  'name-taken': { status: 409, zh: '该名称已被使用。', en: 'That name is already in use.' },
  'too-many-files': {
    status: 409,
    zh: '文件数量已达上限：每项材料 {ofMaterial} 个，每件诉求 {ofAppeal} 个，提交前 {unfiled} 个。',
    en: 'There may be no more files: {ofMaterial} a material, {ofAppeal} an appeal, {unfiled} before filing.',
  },
  'export-expired': { status: 410, zh: '导出文件已过期，请重新导出。', en: 'The file has expired; export it again.' },
  'too-large': { status: 413, zh: '请求正文超过 256 kB。', en: 'The body is larger than 256 kB.' },
  'file-too-large': { status: 413, zh: '文件超过 {max} MB。', en: 'The file is larger than {max} MB.' },
  'unsupported-media-type': { status: 415, zh: '请求正文须为 application/json。', en: 'The body must be application/json.' },
  'not-multipart': { status: 415, zh: '上传须为 multipart/form-data。', en: 'An upload must be multipart/form-data.' },
  'file-kind': {
    status: 415,
    zh: '不接受此类文件；可上传：{kinds}。',
    en: 'Files of this kind are not taken; these are: {kinds}.',
  },
  invalid: { status: 422, zh: '输入有误，请按提示更正。', en: 'Some of the input is not right; see the errors.' },
  'file-missing': { status: 422, zh: '请求中没有文件。', en: 'There is no file in the request.' },
  'file-empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'one-file': { status: 422, zh: '每次请求只能上传一个文件。', en: 'A request carries one file and nothing else.' },
  'key-missing': { status: 422, zh: '缺少请求头 Idempotency-Key。', en: 'The header Idempotency-Key is missing.' },
  'key-invalid': {
    status: 422,
    zh: '请求头 Idempotency-Key 须为 1 至 200 个可见字符。',
    en: 'The header Idempotency-Key must be 1 to 200 visible characters.',
  },
  'key-reused': { status: 422, zh: '同一 Idempotency-Key 已用于另一内容。', en: 'That Idempotency-Key was used with another body.' },
  'too-many-streams': { status: 429, zh: '您打开的实时连接过多。', en: 'You have too many streams open.' },
  'too-many-attempts': { status: 429, zh: '尝试过于频繁，请稍后再试。', en: 'Too many attempts; wait a while.' },
  unexpected: { status: 500, zh: '系统出现意外错误，编号 {id}。', en: 'Something unexpected happened; its number is {id}.' },
  unavailable: {
    status: 503,
    zh: '服务暂不可用，请用同一 Idempotency-Key 重试。',
    en: 'The service is away for a moment; repeat with the same Idempotency-Key.',
  },
  'storage-full': {
    status: 507,
    zh: '文件存储空间已满，文件未保存；请联系管理员。',
    en: 'There is no room for files; nothing was kept. Tell the administrator.',
  },
} as const satisfies Record<string, Text & { status: number }>

export type ProblemCode = keyof typeof TABLE
export const PROBLEMS: Readonly<Record<ProblemCode, Text & { readonly status: number }>> = TABLE

/** Rules that a field of the input can break, with their sentences. */
const RULES = {
  required: { zh: '必填。', en: 'This is required.' },
  'unknown-field': { zh: '不存在此字段。', en: 'There is no such field.' },
  type: { zh: '类型应为 {expected}。', en: 'The type should be {expected}.' },
  choice: { zh: '须为以下之一：{options}。', en: 'This must be one of: {options}.' },
  'too-small': { zh: '不得小于 {minimum}。', en: 'This must be at least {minimum}.' },
  'too-big': { zh: '不得大于 {maximum}。', en: 'This must be at most {maximum}.' },
  'too-short': { zh: '长度不得少于 {minimum}。', en: 'The length must be at least {minimum}.' },
  'too-long': { zh: '长度不得超过 {maximum}。', en: 'The length must be at most {maximum}.' },
  format: { zh: '格式不正确（{format}）。', en: 'The format is not right ({format}).' },
  step: { zh: '须为 {divisor} 的倍数。', en: 'This must be a multiple of {divisor}.' },
  'nul-byte': { zh: '不得包含空字符。', en: 'This may not contain a NUL character.' },
  'lone-surrogate': { zh: '包含无效的 Unicode 字符。', en: 'This is not well-formed Unicode.' },
  'too-deep': { zh: '嵌套层数过多。', en: 'This is nested too deeply.' },
  'not-whole': { zh: '须为整数。', en: 'This must be a whole number.' },
  'not-a-date': { zh: '须为有效日期（YYYY-MM-DD）。', en: 'This must be a real date (YYYY-MM-DD).' },
  'promised-with-files': { zh: '承诺后补的材料不能同时附文件。', en: 'A material that is promised for later comes without files.' },
  'not-deferrable': { zh: '该材料不可容缺承诺。', en: 'This material may not be promised for later.' },
  duplicate: { zh: '重复。', en: 'This is given twice.' },
  unknown: { zh: '不存在“{value}”。', en: 'There is no "{value}".' },
  'not-newer': {
    zh: '版本 {version} 不比现行的 {present} 新。',
    en: 'The version {version} is not newer than {present}, which is in force.',
  },
  'too-many-rows': { zh: '行数超过 {maximum}，请改用 CSV。', en: 'More than {maximum} rows: take CSV.' },
  other: { zh: '不符合要求。', en: 'This does not meet the rule.' },
} as const satisfies Record<string, Text>

export type FieldRule = keyof typeof RULES
export const FIELD_RULES: Readonly<Record<FieldRule, Text>> = RULES
