/** A setting that an office may put into the environment. */
export interface Setting {
  name: string
  /** as text; empty where there is none, or where the words below say how it is found */
  default: string
  zh: string
  en: string
}

/**
 * Every environment variable that a process of the product reads. The README's
 * table says the same, and a test compares both with the sources.
 */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', default: '3000', zh: '网页与接口的端口', en: 'port of pages and API' },
  {
    name: 'HONGYAN_HOST',
    default: '127.0.0.1',
    zh: '网页与接口监听的地址；正式运行默认 0.0.0.0，即所有网络接口',
    en: 'address on which pages and API listen; in production 0.0.0.0, every interface, unless set',
  },
  { name: 'HONGYAN_DATA', default: '.data', zh: '数据文件夹', en: 'data folder' },
  {
    name: 'HONGYAN_FILES',
    default: '',
    zh: '上传文件所在的文件夹，接口与办件进程共用；不填则为数据文件夹中的 files',
    en: 'folder of uploaded files, the same for API and worker; none: `files` in the data folder',
  },
  { name: 'HONGYAN_UPLOAD_MAX_MB', default: '20', zh: '单个上传文件的上限（MB）', en: 'greatest size of one uploaded file, in MB' },
  {
    name: 'NODE_ENV',
    default: 'development',
    zh: 'production 为正式运行：缺设置即报错，不许加速',
    en: 'production: a missing setting is an error, no speed',
  },
  { name: 'PUBLIC_URL', default: '', zh: '用户看到的网址（正式运行必填）', en: 'address that users see (required in production)' },
  { name: 'DATABASE_URL', default: '', zh: 'PostgreSQL 连接；不填则自带', en: 'PostgreSQL to use; none: the embedded one' },
  {
    name: 'DATABASE_WRITER_URL',
    default: '',
    zh: '只可追加事件的数据库账号的连接；不填同上',
    en: 'connection of the account that may only append events; none: the one above',
  },
  {
    name: 'TEMPORAL_ADDRESS',
    default: '',
    zh: 'Temporal 服务地址；不填则自带',
    en: 'Temporal server to use; none: the one-machine server',
  },
  { name: 'TEMPORAL_NAMESPACE', default: 'default', zh: 'Temporal 命名空间', en: 'Temporal namespace' },
  {
    name: 'SMTP_URL',
    default: '',
    zh: '发信服务器；不填则用自带收件箱（正式运行必填）',
    en: 'mail server; none: the built-in catcher (required in production)',
  },
  {
    name: 'MAIL_FROM',
    default: 'hongyan@hongyan.example',
    zh: '邮件的发件地址（正式运行必填）',
    en: 'sender address of mails (required in production)',
  },
  {
    name: 'HONGYAN_CATALOG',
    default: '',
    zh: '事项、机构、日历与通知文本所在的文件夹；不填则用自带的',
    en: 'folder of items, offices, calendars and notice texts; none: the one that comes along',
  },
  { name: 'HONGYAN_DEMO', default: 'on', zh: '首次启动时是否装入演示数据：on 或 off', en: 'demo data at the first start: on or off' },
  { name: 'HONGYAN_SPEED', default: '1', zh: '办件时间的倍速，由 --speed 设定', en: 'speed of case time, set by --speed' },
  {
    name: 'HONGYAN_MAIL_CATCHER',
    default: 'off',
    zh: '是否显示自带收件箱，由启动程序设定',
    en: 'shows the built-in inbox, set by the start-up',
  },
  {
    name: 'HONGYAN_POSTGRES_PORT',
    default: '',
    zh: '自带 PostgreSQL 的端口；不填则任选空闲',
    en: 'port of the embedded PostgreSQL; none: a free one',
  },
  {
    name: 'HONGYAN_TEMPORAL_PORT',
    default: '',
    zh: '自带 Temporal 的端口；不填则任选空闲',
    en: 'port of the one-machine Temporal server; none: a free one',
  },
  {
    name: 'HONGYAN_MAIL_PORT',
    default: '',
    zh: '自带收件箱的 SMTP 端口；不填则任选空闲',
    en: 'SMTP port of the built-in catcher; none: a free one',
  },
  { name: 'HONGYAN_CACHE', default: '~/.cache/hongyan', zh: '下载程序的缓存文件夹', en: 'folder of downloaded programs' },
  { name: 'TEMPORAL_CLI_PATH', default: '', zh: '自备的 temporal 程序', en: 'a temporal program of your own' },
  {
    name: 'TEMPORAL_TEST_SERVER_PATH',
    default: '',
    zh: '自备的 temporal-test-server 程序（测试用）',
    en: 'a temporal-test-server program of your own (tests)',
  },
  {
    name: 'WORKER_BUNDLE',
    default: '',
    zh: '工作流程序包；不填则用构建所得',
    en: 'file of the bundled workflows; none: the one of the build',
  },
  { name: 'WORKER_CACHED_CASES', default: '2000', zh: '办件进程在内存中保留的诉求数', en: 'appeals that a worker keeps in memory' },
  {
    name: 'WORKER_METRICS_ADDRESS',
    default: '',
    zh: '办件进程的监控地址，如 0.0.0.0:9464',
    en: "address of a worker's metrics, e.g. 0.0.0.0:9464",
  },
  { name: 'LOG_LEVEL', default: 'info', zh: '日志级别', en: 'level of the logs' },
]
