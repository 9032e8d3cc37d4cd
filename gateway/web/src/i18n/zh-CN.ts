export const zhCN = {
  app: { name: '教育督导实时监管', short: '教育督导', demonstration: '演示', demonstrationHint: '演示数据，不是真实的督导记录', sandbox: '沙盒', skip: '跳到主要内容' },
  action: {
    retry: '重试', cancel: '取消', close: '关闭', clear: '清除筛选', more: '加载更多', signOut: '退出登录', import: '导入名册', home: '返回首页',
    dark: '深色', light: '浅色', language: 'English', languageHint: '切换到英文', themeHint: '切换深浅配色', print: '打印',
  },
  link: { connecting: '连接中', live: '实时', reconnecting: '重连中', offline: '离线' },
  age: { label: '数据截至', now: '刚刚', seconds: '{n} 秒前', minutes: '{n} 分钟前', hours: '{n} 小时前', days: '{n} 天前' },
  notice: {
    title: '注意',
    late: '数据已有 {age} 未更新，显示的可能不是最新情况。',
    stale: '数据停留在 {age}，请勿据此判断当前情况。',
    offline: '与服务器的连接已中断，正在不断重试；恢复后会自动更新，无需刷新页面。',
    provisional: '校历尚未正式公布，教学日按周末推算；公布后会重新计算。',
  },
  problem: {
    title: '没有成功', network: '连不上服务器，请检查网络后重试。', unexpected: '页面出了意外的问题，请重试。', interrupted: '回答中途断开，请重试；重复提交不会重复登记。',
    outOfScope: '您无权查看这块看板。', http401: '用户名或密码不对。', http403: '您无权执行此操作。', http404: '没有找到。', http429: '请求过于频繁，请稍后再试。',
    server: '服务器暂时不能回答（{status}）。', accepted: '可接受：{text}', trace: '追踪号 {id}',
  },
  state: { loading: '正在载入…', empty: '这里还没有数据', notFound: '没有这个页面' },
  signIn: { title: '登录', userName: '用户名', password: '密码', submit: '登录', hint: '使用县级教育督导机构分配的账号', required: '请填写用户名和密码。', sandbox: '演示账号：county-330521（县）、inspector-330521-01（督学）、city（市）、province（省）；密码印在服务器控制台上。' },
  start: {
    title: '首次使用', welcome: '系统里还没有学校和机构。按顺序完成下面两步，就能看到督导看板。',
    administrator: '创建第一个管理员', administratorHint: '启动码印在服务器控制台上，只能使用一次。', code: '启动码', passwordHint: '至少 10 个字符', create: '创建管理员并登录',
    administratorDone: '管理员已就绪。', units: '放入第一批数据', importTitle: '导入名册', importHint: '上传学校、机构和责任督学名册（xlsx、xls、csv），先检查再登记。',
    demonstrationTitle: '载入演示数据', demonstrationHint: '湖州五个县（区），学校、机构和督学都是虚构的，用来试用；载入后页面会一直标注“演示”。', demonstrationAction: '载入演示数据', demonstrationBusy: '正在载入演示数据…',
  },
  import: {
    title: '导入名册', choose: '选择文件', drop: '把文件拖到这里，或', formats: 'xlsx、xls、csv，可多选；先检查，不会写入。', remove: '移除 {name}',
    check: '检查', checking: '正在检查', run: '正式导入', running: '正在导入', again: '换文件重新开始', cancelled: '已取消。{note}', cancelledNote: '已登记的单位保留，再次导入不会重复。',
    stages: { judging: '逐行核对', counties: '登记县（市、区）', inspectors: '登记责任督学', units: '登记学校和机构', assignments: '登记责任安排', boards: '更新看板' },
    kinds: { counties: '县（市、区）', schools: '学校', institutions: '校外培训机构', inspectors: '责任督学', assignments: '责任安排', none: '未识别' },
    help: '每个文件放一种名册，表头中英文均可：', helpKeys: '有哪些名册就传哪些，可以一次选齐；代码列请保持文本格式。',
    columns: {
      schools: '学校标识码、学校名称、办学类型、县级行政区划代码、乡级代码、在校生数', institutions: '机构编号、机构名称、培训类别、县级行政区划代码、乡级代码、在训人数',
      inspectors: '督学编号、县级行政区划代码、责任区编号、起始日期、截止日期', assignments: '督学编号、对象类别、对象编号、起始日期、截止日期', counties: '县级行政区划代码、县（市、区）、设区市、省',
    },
    checked: '检查完毕，尚未写入。', done: '导入完成。', registered: '新登记', updated: '更新', unchanged: '无变化', failed: '失败',
    sheet: '工作表', kind: '类型', rows: '行数', accepted: '接受', normalised: '已规范', warned: '警告', rejected: '拒绝', skipped: '跳过',
    findings: '检查结果', noFindings: '没有需要处理的问题。', noneShown: '没有符合筛选的结果。', severity: '结论', file: '文件', row: '行', column: '列', value: '内容', reason: '原因', acceptable: '可接受的写法', all: '全部', shown: '显示前 {shown} 条，共 {total} 条',
    severities: { Rejected: '拒绝', Warning: '警告', Normalised: '已规范', Skipped: '跳过' },
    blocked: '没有可以导入的行，请按原因修改文件后再检查。',
  },
  kind: { School: '学校', Institution: '校外培训机构' },
  category: { primary: '小学', junior: '初中', 'nine-year': '九年一贯制', subject: '学科类', science: '科技类', arts: '艺术类', sports: '体育类', other: '其他' },
  unitStatus: { Active: '正常', Suspended: '停办', Closed: '撤销' },
  colour: { Green: '达标', Amber: '预警', Red: '漏访', White: '待督导', Grey: '免访' },
  duty: { Pending: '待督导', DueSoon: '即将到期', Satisfied: '按时完成', SatisfiedLate: '迟报完成', Missed: '漏访', Excused: '准予说明', Exempt: '免访' },
  tally: {
    title: '总览', coverage: '覆盖率', timeliness: '及时率', expected: '应督导 {n}', current: '本期', previous: '上期', schools: '学校', institutions: '机构',
    unassigned: '未分配督学', awaiting: '迟报待审批', openAlerts: '未解除提醒', statuses: '按状态', visited: '已督导 {done} / {expected}', attention: '需要处理',
    none: '本期没有应督导的单位',
  },
  units: {
    title: '督导单位', search: '搜索名称、代码、乡镇、督学', searchLabel: '搜索', all: '全部', allKinds: '全部类型', allStatuses: '全部状态', allTowns: '全部乡镇', kind: '类型', status: '状态', town: '乡镇', sort: '排序',
    count: '显示 {shown} / {total}', none: '没有符合条件的单位', empty: '这个县还没有登记单位', unassigned: '未分配督学', awaiting: '迟报待审批', awaitingCount: '{n} 条待审批',
    columns: { status: '状态', unit: '单位', town: '乡镇', recent: '近 12 期', done: '本期', inspector: '责任督学', lastVisit: '最近督导', reason: '原因' },
    sorts: { urgency: '紧急程度', name: '名称', town: '乡镇', lastVisit: '最近督导', nextDue: '下次到期' },
    doneOf: '{done}/{required} 次', recentLabel: '近 {n} 期：{list}', never: '从未', keys: '用上下方向键移动，回车查看详情', ascending: '升序', descending: '降序',
  },
  unit: {
    facts: '基本情况', code: '代码', students: '学生', studentsCount: '{n} 人', inspector: '责任督学', noInspector: '未分配，由县级负责', lastVisit: '最近督导', nextDue: '下次自动变化', status: '办学状态', period: '本期',
    reasons: '为什么是这个状态', noReasons: '没有需要说明的原因。', clause: '依据', evidence: '凭据', since: '自', clears: '如何消除', next: '接下来', nextAt: '{at}：{text}', rule: '规则 {code}', visitEvidence: '督导记录 {id}', missedEvidence: '{period} 漏访提醒', deputies: '委托代理', held: '待审批的迟报', heldVisit: '{inspector} {from} 至 {to} 到访',
    periods: '各期情况', chargedTo: '计入 {name}', chargedCounty: '计入县级', assignments: '责任安排', until: '{from} 至 {to}', onwards: '{from} 起',
    history: '历史记录', historyEmpty: '还没有记录。', recorded: '{at} 记录', system: '系统', gone: '这个单位已不在这块看板上。',
  },
  alerts: {
    title: '提醒', open: '未解除', all: '全部', none: '没有未解除的提醒', noneAll: '还没有提醒', effective: '生效', detected: '发现', resolved: '解除', recipients: '送达 {names}', newest: '只列最近 100 条',
    countyOffice: '县级督导机构',
    kinds: { 'missed-visit': '漏访', 'visit-due': '即将到期', 'no-inspector': '未分配督学', 'late-visit-waiting': '迟报待审批', 'inspector-reminder': '督学提醒', 'inspector-step-proposed': '督学措施待决定', 'inspector-step-decided': '督学措施待签收', 'county-step-decided': '上级对本县措施' },
  },
  region: { title: '下辖地区', name: '地区', empty: '还没有下辖地区的数据', schoolsNow: '学校本月覆盖率', schoolsBefore: '学校上月覆盖率', institutionsNow: '机构本季覆盖率', asOf: '数据截至', alerts: '提醒' },
  clock: { title: '沙盒时钟', pause: '暂停', resume: '继续', speed: '速度', day: '推进一天', month: '推进到月末结算', paused: '已暂停', speeds: { '1': '1×', '60': '1 分/秒', '600': '10 分/秒', '3600': '1 时/秒', '14400': '4 时/秒', '21600': '6 时/秒', '86400': '1 天/秒' } },
  role: { CountyOffice: '县级督导机构', Inspector: '责任督学', Province: '省市督导机构', Administrator: '管理员' },
}

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** Every language says the same things. */
export type Messages = Words<typeof zhCN>
