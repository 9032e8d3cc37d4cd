const zh = {
  title: '提醒通道', link: '提醒通道', hint: '提醒自动发到工作群、邮箱或其他系统；只发看板上已有的内容。停用期间和新建之前的提醒不补发。',
  empty: '还没有提醒通道。', add: '新建通道', edit: '修改', remove: '删除', removeSure: '删除“{name}”？等待发送的 {n} 条不再发送。', test: '发送测试消息', testing: '正在发送…', log: '发送记录', save: '保存', saving: '正在保存…',
  kinds: { WeCom: '企业微信群机器人', DingTalk: '钉钉群机器人', Feishu: '飞书群机器人', Webhook: '签名 Webhook', Mail: '邮件（SMTP）' },
  states: { Working: '正常', Quiet: '免打扰', Failing: '故障', Off: '停用' },
  deliveries: { Waiting: '待发', Sending: '发送中', Sent: '已发送', Dead: '已放弃', Lapsed: '已解除，未发' },
  severities: { High: '严重', Medium: '一般', Low: '提示' },
  waiting: '待发 {n} 条', dead: '已放弃 {n} 条', failingSince: '自 {at} 起', nextAttempt: '下次重试 {at}', quietUntil: '至 {at}', lastSent: '最近发送 {at}', neverSent: '尚未发送', lastAnswer: '对方回答：{text}', changed: '{at} 由 {by} 修改',
  testTaken: '对方已收下：{answer}', testFailed: '没有送达：{answer}',
  name: '名称', kind: '类型', address: 'Webhook 地址', addressKeep: '已保存 {address}；留空则不变', secret: '签名密钥', secretOptional: '签名密钥（可选）', password: '密码', secretKeep: '已保存，不再显示；留空则不变', secretClear: '清除已保存的密钥', keyword: '关键词（机器人要求时填写）', enabled: '启用',
  language: '语言', languages: { zh: '中文', en: '英文' }, boardAddress: '消息中的看板网址', boardAddressHint: '留空则消息里不带链接', digestOver: '同类超过几条时合并为一条',
  alerts: '发送哪些提醒', all: '全选', none: '全不选', quiet: '免打扰', quietUse: '设置免打扰时段', quietFrom: '从', quietTo: '到', quietDays: '非工作日全天免打扰（按国务院放假安排，调休上班日照常）', quietUrgent: '“严重问题待确认”不受免打扰限制；其余在时段结束后补发。',
  host: '服务器', port: '端口', security: '加密', securities: { StartTls: 'STARTTLS（587）', Tls: 'SSL/TLS（465）', Plain: '不加密（仅内网）' }, userName: '用户名（可选）', from: '发件地址', to: '收件地址（每行一个）',
  help: {
    WeCom: '在企业微信群里：右上角“…” → 添加群机器人 → 新创建 → 复制 Webhook 地址（以 https://qyapi.weixin.qq.com/ 开头）。每分钟最多 20 条，同类提醒会合并。',
    DingTalk: '在钉钉群里：群设置 → 机器人 → 添加 → 自定义；安全设置勾选“加签”，把 SEC 开头的密钥填在下面；如果选了“自定义关键词”，把关键词也填上。',
    Feishu: '在飞书群里：设置 → 群机器人 → 添加 → 自定义机器人；建议打开“签名校验”，复制 Webhook 地址和密钥。',
    Webhook: '以 POST 发送 JSON。接收方用密钥对“时间戳.正文”计算 HMAC-SHA256，与 X-Supervision-Signature 比对；时间戳相差超过 5 分钟的应拒收，X-Supervision-Delivery 重复的应忽略。',
    Mail: '向单位邮箱管理员询问 SMTP 服务器、端口和加密方式；不少邮箱须用“授权码”代替密码。',
  },
  logOf: '“{name}”的发送记录', logEmpty: '还没有发送记录。', logNone: '没有这种状态的记录。', logAll: '全部', resend: '重新发送', resent: '已重新排队', attempts: '试 {n} 次', tried: '最近 {at}', logNote: '时间为真实时间。机器人不支持去重：连接中断、结果不明时会再发一次，可能收到两条。',
  notice: '{kind}通道“{name}”故障，自 {at} 起 {n} 条待发。', noticeDead: '{kind}通道“{name}”有 {n} 条提醒多次发送失败，已放弃。', noticeLink: '查看',
  only: '只有本县督导机构和督导办主任可以设置提醒通道。',
  notify: {
    open: '提醒方式', title: '本机提醒', hint: '只保存在这台电脑的浏览器里；只提醒打开看板之后的新提醒，多个窗口只提醒一次。', desktop: '桌面通知', sound: '声音', least: '提醒哪些', least3: '只提醒严重', least2: '严重和一般', least1: '全部',
    blocked: '浏览器已禁止本站通知，请在地址栏左侧的网站设置里改为允许。', insecure: '用 https 打开看板才能使用桌面通知；声音不受影响。', try: '试听', muted: '浏览器要求先在本页点一下或按一下键，才允许发声。', one: '{kind}：{unit}', many: '{n} 条新提醒',
  },
}

const en: Shape<typeof zh> = {
  title: 'Channels', link: 'Channels', hint: 'Alerts go to a group chat, a mailbox or another system by themselves; nothing that is not on the board. Alerts from before a channel was made, or while it is off, are not sent.',
  empty: 'There are no channels yet.', add: 'New channel', edit: 'Change', remove: 'Remove', removeSure: 'Remove "{name}"? {n} waiting will not be sent.', test: 'Send a test', testing: 'Sending…', log: 'Delivery log', save: 'Save', saving: 'Saving…',
  kinds: { WeCom: 'WeCom robot', DingTalk: 'DingTalk robot', Feishu: 'Feishu robot', Webhook: 'Signed webhook', Mail: 'Mail (SMTP)' },
  states: { Working: 'Working', Quiet: 'Quiet hours', Failing: 'Failing', Off: 'Off' },
  deliveries: { Waiting: 'Waiting', Sending: 'Sending', Sent: 'Sent', Dead: 'Given up', Lapsed: 'Resolved, not sent' },
  severities: { High: 'High', Medium: 'Medium', Low: 'Low' },
  waiting: '{n} waiting', dead: '{n} given up', failingSince: 'since {at}', nextAttempt: 'next try {at}', quietUntil: 'until {at}', lastSent: 'last sent {at}', neverSent: 'nothing sent yet', lastAnswer: 'Their answer: {text}', changed: 'changed {at} by {by}',
  testTaken: 'They took it: {answer}', testFailed: 'Not delivered: {answer}',
  name: 'Name', kind: 'Kind', address: 'Webhook address', addressKeep: '{address} is kept; leave empty to keep it', secret: 'Signing secret', secretOptional: 'Signing secret (optional)', password: 'Password', secretKeep: 'Kept and never shown; leave empty to keep it', secretClear: 'Remove the secret that is kept', keyword: 'Keyword (if the robot demands one)', enabled: 'Switched on',
  language: 'Language', languages: { zh: 'Chinese', en: 'English' }, boardAddress: 'Board address in messages', boardAddressHint: 'Empty: messages have no link', digestOver: 'More of a kind go as one message',
  alerts: 'Which alerts', all: 'All', none: 'None', quiet: 'Quiet hours', quietUse: 'Keep quiet at times', quietFrom: 'From', quietTo: 'To', quietDays: 'Quiet all day on days off (by the State Council; make-up days are worked)', quietUrgent: '"Serious issue to confirm" is never held back; the others follow when quiet ends.',
  host: 'Server', port: 'Port', security: 'Encryption', securities: { StartTls: 'STARTTLS (587)', Tls: 'SSL/TLS (465)', Plain: 'None (internal only)' }, userName: 'User name (optional)', from: 'From', to: 'To (one a line)',
  help: {
    WeCom: 'In the WeCom group: "…" → Add group robot → Create → copy the webhook address (https://qyapi.weixin.qq.com/…). 20 messages a minute at most; alerts of one kind are combined.',
    DingTalk: 'In the DingTalk group: Settings → Robots → Add → Custom; choose "Sign" and enter the secret that begins with SEC; with "Custom keywords", enter one of them too.',
    Feishu: 'In the Feishu group: Settings → Bots → Add → Custom bot; switch signature verification on, and copy address and secret.',
    Webhook: 'JSON by POST. The receiver computes HMAC-SHA256 over "timestamp.body" with the secret, compares X-Supervision-Signature, refuses timestamps more than 5 minutes off and ignores an X-Supervision-Delivery it has seen.',
    Mail: 'Ask the mail administrator for server, port and encryption; many mailboxes want an app password.',
  },
  logOf: 'Delivery log of "{name}"', logEmpty: 'Nothing was sent yet.', logNone: 'Nothing in this state.', logAll: 'All', resend: 'Send again', resent: 'Queued again', attempts: '{n} attempts', tried: 'last {at}', logNote: 'Real time. Robots know no duplicates: when a connection breaks and the outcome is unknown, a message is sent again and may arrive twice.',
  notice: '{kind} "{name}" fails since {at}; {n} alerts wait.', noticeDead: '{kind} "{name}" gave up {n} alerts after many attempts.', noticeLink: 'Look',
  only: 'Only the county office and its director set channels.',
  notify: {
    open: 'Notify me', title: 'On this computer', hint: 'Kept in this browser only; new alerts since the board was opened, once for all windows.', desktop: 'Desktop notification', sound: 'Sound', least: 'Which', least3: 'High only', least2: 'High and medium', least1: 'All',
    blocked: 'The browser blocks notifications of this site; allow them in its site settings.', insecure: 'Desktop notifications need https; sound works without.', try: 'Listen', muted: 'The browser lets this page sound only after a click or key on it.', one: '{kind}: {unit}', many: '{n} new alerts',
  },
}

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

export const channels = { zh, en }
