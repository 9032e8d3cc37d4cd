export const zh = {
  app: { name: '督学手机端', demonstration: '演示', skip: '跳到主要内容', today: '今日', outbox: '发件箱', me: '我的', back: '返回', loading: '正在载入…', menu: '主导航' },
  link: { online: '已联网', offline: '离线', syncing: '同步中', asOf: '{age}同步', never: '还没有同步过', old: '资料是 {age}同步的，可能与实际不符，请尽快联网同步。', sync: '同步', failed: '没有同步成功，仍显示上次的资料。', refused: '没有聘任这位督学，或账号已变更，不能同步。' },
  age: { now: '刚刚', minutes: '{n} 分钟前', hours: '{n} 小时前', days: '{n} 天前' },
  signIn: {
    title: '督学登录', userName: '用户名', password: '密码', code: '验证码', codeHint: '打开手机上的验证器，输入六位数字。', submit: '登录', busy: '正在登录…', required: '请填写用户名和密码。',
    offline: '连不上服务器。第一次登录需要联网；已登录过的手机没有信号也能用。', notInspector: '这个账号不是督学账号，请在电脑端使用。', again: '登录已过期', againHint: '重新登录后继续发送；草稿和未发送的督导都在本机。', later: '稍后登录，先继续填写',
    keeps: '未上传 {n} 条，都保存在本机。',
    change: '请先修改临时密码', changeHint: '管理员给的密码只用一次，换成自己的密码后继续。', next: '新密码', nextHint: '至少 {n} 个字符', nextKinds: '至少 {n} 个字符，含大写、小写、数字、符号中的 {kinds} 类', repeat: '再输一次新密码', differ: '两次输入的新密码不一致', changeSubmit: '修改并继续', otherDuty: '这个账号要先在电脑端完成安全设置，再用手机登录。',
  },
  notice: {
    title: '注意', signIn: '登录已过期，发送已暂停。未上传 {n} 条，都保存在本机，登录后自动继续。', signInNone: '登录已过期，登录后才能同步和发送。', signInAction: '去登录',
    other: '浏览器里现在登录的是另一个账号，{name}的督导不会用那个账号发送。请由{name}登录。', others: '本机还有{name}的 {n} 条未上传，须由本人登录后发送。',
    unsent: '未上传 {n} 条', sevenDays: '苹果手机上 7 天不打开，浏览器会清除本机资料。请尽快联网上传，或把本页“添加到主屏幕”。', notLasting: '浏览器没有承诺长期保存本机资料，请尽快联网上传。',
    full: '手机存储快满了，请先上传，再拍新照片。', noWorker: '这个浏览器没有信号时打不开本页（草稿仍保存在本机）。请用系统浏览器打开。', broken: '这个浏览器不允许保存资料（可能是无痕模式），草稿关掉页面就没有了。请换用普通模式。',
    newer: '有新版本', newerAction: '更新', outdated: '本机资料已由新版本使用，请更新本页后继续。已填写的内容都在本机，没有丢失。',
  },
  today: {
    title: '今日任务', forecast: '还有 {n} 所学校待督导，本月剩 {days} 个教学日', forecastUnknown: '还有 {n} 所学校待督导，请联网更新校历', allDone: '本月学校都已督导', institutions: '还有 {n} 家机构待督导，本季剩 {days} 天', pressing: '平均每个教学日不止一所，请抓紧安排',
    drafts: '未交的督导', tasks: '责任单位', none: '还没有责任单位。', noPacket: '还没有取到任务资料。请在有网络的地方同步一次，之后没有信号也能用。', resume: '继续填写', begun: '{at} 开始',
    due: '待督导 {n} 次', dueSoon: '即将到期', missed: '上期漏访', done: '本期已完成', exempt: '本期免访', lastVisit: '上次 {day}', never: '从未督导', issues: '未办结问题 {n}', overdue: '逾期 {n}', lookBack: '可回头看', lookBackUntil: '回头看至 {day}', lookBackSoon: '{day} 起可回头看', plan: '计划 {day}', search: '搜索单位', noMatch: '没有符合的单位。',
    more: '带上其他单位', moreHint: '代理或专项督导时，输入学校标识码或机构编号，联网取来资料。', moreCode: '编号', moreAction: '取来', moreFailed: '没有取到，服务器没有应答；已记下，联网后会再取。', moreNone: '没有取到这个单位，请核对编号，并确认在本县范围内。', suspended: '停办',
  },
  unit: { title: '单位', facts: '基本情况', start: '开始督导', kind: '督导类型', slot: '时段', unannounced: '四不两直（不发通知、不打招呼、不听汇报、不用陪同接待，直奔基层、直插现场）', usePlan: '按计划：{day} {slot}', noPlan: '不按计划', begin: '开始', issues: '未办结的问题', noIssues: '没有未办结的问题。', found: '{day} 发现', cycle: '第 {n} 轮整改', reasons: '为什么是这个状态', gone: '本机没有这个单位的资料。', noForm: '还没有取到检查表，请先同步一次。', dueBy: '{what}：{day}前（含当日）', passed: '{what}：已逾期（{day}）', opens: '{what}：{day}起', begunAlready: '这个单位有一份未交的督导。' },
  visit: {
    title: '督导记录', sections: { start: '基本', checklist: '检查表', remarks: '整改', findings: '问题', finish: '提交' }, previous: '上一步', next: '下一步', saved: '已保存在本机', saving: '正在保存…', notSaved: '没能保存到本机', gone: '这份督导已提交或已删除。', superseded: '这份督导在另一个页面改过，已载入那边的内容。',
    returned: '被退回：{reason}', returnedField: '相关项目：{field}', returnedAccepted: '可接受：{text}', returnedHint: '改好后重新提交，会用新的编号。',
    methods: '督导方式', methodCount: '{name}次数', less: '减少', more: '增加', companions: '同行人员', companionsHint: '用顿号或空格隔开，至多 10 人', place: '到校定位', placeHint: '可选；不允许定位也能提交。', placeAction: '记录位置', placed: '已记录位置（误差约 {n} 米）', placeRefused: '没有取得位置，不影响提交。', placeAgain: '重新定位', placing: '正在定位…', placeDrop: '删除位置',
    gateCode: '校门动态码（选填）', gateCodeHint: '抄录公示牌旁屏幕上的 8 位数字：正确即可证明到校，无须定位；没有信号也可填写，提交后核对。',
    startedAt: '到校时间', endedAt: '离校时间', endsNow: '离校时间未填，以提交时为准', setEnd: '现在离校', times: '起止时间', discard: '删除这份督导', discardSure: '确定删除？删除后不能恢复。', discardYes: '确定删除', cancel: '取消',
    wrongClock: '本机还没有校对过时间，起止时间以手机为准。',
  },
  checklist: { progress: '已填 {n} / {all}', onlyOpen: '只看未填', item: '第 {n} 项', prohibited: '禁止性', highlight: '亮点，可不填', limit: '标准：{text}', answers: { Conforms: '符合', MostlyConforms: '基本符合', DoesNotConform: '不符合', NotApplicable: '不适用' }, disposition: '处置方式', dispositions: { OnTheSpot: '当场反馈整改', Notice: '下发整改通知书', ReportToCounty: '上报县级', Consultation: '协商意见书', RecordOnly: '只作记录' }, addNote: '说明、数量、照片', note: '说明', count: '数量', finding: '填写问题', done: '这一类都填好了。', optional: '这类督导可以不填检查表。', gap: '还没有选处置方式', noItems: '没有适用的检查项目。' },
  remarks: { hint: '每个未办结的问题都要说明整改情况，否则不能提交。', none: '没有需要说明的问题。', finding: '整改情况', findings: { Rectified: '已整改', InProgress: '整改中', NotRectified: '未整改' }, text: '说明', issue: '问题 {n}', missing: '待说明' },
  findings: { hint: '发现的问题会生成整改流程。', none: '没有记录问题。', add: '添加问题', search: '按编号、中文或英文查找类别', searchLabel: '查找问题类别', change: '更换类别', noMatch: '没有符合的类别。', category: '问题类别', severity: '等级', severities: { Minor: '小问题', General: '一般问题', Serious: '严重问题', Complex: '复杂问题' }, description: '问题描述', tags: '标签', tag: { Key: '重点', Difficult: '难点', Blocking: '堵点' }, department: '协商的科室或部门', fromItem: '来自检查表第 {n} 项', remove: '删除这个问题', prohibited: '严禁', forbiddenMilder: '此类问题不能定得更轻', finding: '问题 {n}' },
  finish: { highlights: '亮点', advice: '意见建议', note: '其他说明', photos: '照片', ready: '可以提交了', gaps: '还差 {n} 处', submit: '提交督导', submitHint: '没有信号也可以提交，联网后自动发送。', submitted: '已放入发件箱' },
  gap: { method: '至少选一种督导方式', companions: '同行人员至多 {n} 人，每人不超过 40 字', items: '检查表还有 {n} 项未填', itemFinding: '检查表第 {n} 项不符合，须填写相应问题', remarks: '还有 {n} 个未办结问题没有说明', description: '问题 {n} 没有描述', category: '问题 {n} 没有类别', department: '问题 {n} 没有协商部门', findings: '问题至多 {n} 个', photos: '照片至多 {n} 张', times: '离校时间要晚于到校时间', duration: '一次督导不超过 12 小时', size: '文字太多，请精简说明' },
  photo: { add: '拍照或选图', addFor: '为{name}拍照或选图', busy: '正在处理照片…', remove: '删除照片 {n}', unreadable: '有 {n} 张读不出来，请换成 JPEG 或 PNG。', tooMany: '至多 {n} 张，多出的没有加入。', view: '照片 {n}', noPreview: '已保存，本机不能预览', full: '手机空间不够，照片没有保存。' },
  outbox: {
    title: '发件箱', empty: '还没有提交过督导。', states: { waiting: '待发送', sending: '发送中', delivered: '已送达', refused: '被退回' }, handedIn: '{at} 提交', photos: '照片 {n} 张', receipt: '回执：{unit} 第 {version} 号记录', opId: '编号 {id}', counts: '计入 {period}', held: '待县级确认', notCounted: '不计入本期：{why}', mend: '改正后重新提交', sendNow: '立即发送', trying: '正在发送…',
    attempts: '已试 {n} 次', trouble: { offline: '没有网络，会一直自动重试', 'not-ours': '网络把请求转到了别处（可能要先在浏览器里登录这个无线网），会自动重试', other: '服务器暂时不能接收（{code}），会自动重试' }, reason: '退回原因：{text}', allSent: '都已送达。', sentBefore: '已送达',
    why: { Central: '集中督导', NotResponsible: '不是责任督学', PeriodNotKept: '该期不在记录内', NothingOwed: '本期免访', Excused: '已准予说明', AlreadySatisfied: '本期已完成' },
  },
  me: { title: '我的', person: '当前督学', storage: '本机资料', lasting: '浏览器已承诺长期保存', notLasting: '浏览器可能清理本机资料', used: '已用 {n} MB', offlineReady: '没有信号也能打开', offlineNot: '没有信号时打不开', theme: '深色', language: 'English', signOut: '退出登录', signOutHint: '退出后草稿和未上传的督导仍保存在本机，本人再登录后继续。', switchPerson: '换人登录', desk: '打开电脑版' },
  kind: { Regular: '经常性督导', Central: '集中督导', Special: '专项督导', Covert: '明察暗访', LookBack: '回头看', OwnChoice: '自选督导' },
  slot: { None: '全天', Morning: '上午', Afternoon: '下午', Evening: '晚间' },
  method: { Briefing: '听取汇报', SiteInspection: '实地察看', RecordsReview: '查阅资料', Questionnaire: '问卷调查', Interview: '走访座谈', CampusPatrol: '校园巡查', LessonObservation: '推门听课', MeetingAttendance: '列席会议' },
  category: { primary: '小学', junior: '初中', 'nine-year': '九年一贯制', subject: '学科类', science: '科技类', arts: '艺术类', sports: '体育类', other: '其他' },
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Every language says the same things. */
export type Messages = Same<typeof zh>
