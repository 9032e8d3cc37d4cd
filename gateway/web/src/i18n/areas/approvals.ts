const zh = {
  title: '双人审批', link: '双人审批', waitingCount: '{n} 项等您审批',
  hint: '一次导出超过 500 项须由本县另一人同意；申请人不能审批自己的申请。申请和同意各自 24 小时内有效，同意后只能用一次。',
  empty: '还没有审批事项。导出的问题清单超过 500 项时，会在这里等待另一人审批。', emptyOwn: '您还没有提出过申请。导出的问题清单超过 500 项时，可以当场提出。',
  waiting: '等待审批（{n}）', over: '已处理（{n}）',
  no: '第 {n} 号', by: '申请人 {name}', own: '（您）', askedAt: '{at} 提出', reason: '理由', decideUntil: '{at} 前未审批即失效', useUntil: '{at} 前未使用即失效', decidedBy: '{name} 审批：{remark}', usedAt: '{at} 已使用', subject: '申请内容',
  decide: '审批', close: '收起', opinion: '审批意见', needed: '请填写审批意见。', approve: '同意', reject: '不同意', afterApprove: '同意后，{name} 可以在 24 小时内导出一次这份清单；不同意的，理由会告知申请人。',
  approved: '已同意第 {n} 号申请', rejected: '未同意第 {n} 号申请', download: '下载', downloaded: '已下载', downloading: '正在导出…',
  why: {
    own: '这是您自己的申请：双人审批要求由另一人把关，须由本县督导办主任、教督委办公室或教督委主任中的另一人审批。',
    role: '须由本县督导办主任、教督委办公室或教督委主任审批。', committee: '拆封举报人身份须由教督委办公室或教督委主任审批。',
  },
  list: '问题清单（{file}）：{of}', files: { xlsx: 'Excel', docx: 'Word 公文格式' }, everything: '全部', condition: '{name} {value}',
  conditions: { severity: '等级', category: '类别', state: '状态', unit: '单位', inspector: '督学', overdueOn: '逾期于', dueBefore: '到期早于', take: '每页', after: '从' },
  open: { true: '未办结', false: '含已办结' },
  states: { Found: '已发现', Notified: '已通知', Rectifying: '整改中', Reported: '已报告', Filed: '已报备', Returned: '退回整改', Verified: '核查通过', LookBack: '待回头看', Archived: '已办结', Transferred: '已移交', Withdrawn: '已撤销' },
  export: {
    open: '问题清单', title: '导出问题清单', hint: '本县全部单位的问题，按下面的条件筛选；与看板上的筛选无关。', format: '格式', which: '范围', severity: '等级', anySeverity: '不限', category: '类别代码开头', categoryHint: '例如 S-HW（作业）；留空为全部类别', go: '导出', again: '换个条件',
    done: '已交给浏览器下载。', needed: '这份清单须由另一人审批', askWhy: '申请理由', askHint: '审批人据此决定：给谁、作什么用', reasonNeeded: '请填写申请理由。', ask: '提出申请', asking: '正在提出…', last: '上一次申请（第 {n} 号）：{state}。', lastRemark: '审批意见：{remark}',
    waiting: '第 {n} 号申请已提出，等待审批', waitingHint: '可以关掉这个窗口：审批后在“双人审批”页下载，或者用同样的条件再导出一次。', look: '查看是否已审批', given: '{name} 已同意第 {n} 号申请', givenHint: '只能导出一次，在 {at} 之前。审批意见：{remark}', fetch: '导出（用掉这次审批）', page: '打开双人审批',
  },
}

const en: Shape<typeof zh> = {
  title: 'Approvals', link: 'Approvals', waitingCount: '{n} wait for you',
  hint: 'Taking more than 500 rows out at once needs another person of the county; nobody approves their own request. A request and an approval are good for 24 hours each, and an approval once.',
  empty: 'There are no requests yet. A list of issues with more than 500 rows waits here for another person.', emptyOwn: 'You have not asked for anything yet. When a list of issues has more than 500 rows, you can ask on the spot.',
  waiting: 'Waiting ({n})', over: 'Settled ({n})',
  no: 'No. {n}', by: 'asked by {name}', own: '(you)', askedAt: 'on {at}', reason: 'Reason', decideUntil: 'lapses unless decided before {at}', useUntil: 'lapses unless used before {at}', decidedBy: '{name}: {remark}', usedAt: 'used {at}', subject: 'What for',
  decide: 'Decide', close: 'Close', opinion: 'Remark', needed: 'A remark is needed.', approve: 'Approve', reject: 'Refuse', afterApprove: 'If you approve, {name} may take this list out once within 24 hours; if you refuse, they are told why.',
  approved: 'Request {n} approved', rejected: 'Request {n} refused', download: 'Download', downloaded: 'Downloaded', downloading: 'Exporting…',
  why: {
    own: 'This is your own request, and nobody decides their own: another one of the county’s director, the committee’s office and the committee’s director has to.',
    role: 'The county’s director, the committee’s office or the committee’s director decide this.', committee: 'Opening a sealed identity is for the committee’s office or the committee’s director.',
  },
  list: 'List of issues ({file}): {of}', files: { xlsx: 'Excel', docx: 'Word, official paper' }, everything: 'all', condition: '{name} {value}',
  conditions: { severity: 'severity', category: 'category', state: 'state', unit: 'unit', inspector: 'inspector', overdueOn: 'overdue on', dueBefore: 'due before', take: 'page of', after: 'from' },
  open: { true: 'open ones', false: 'closed ones too' },
  states: { Found: 'found', Notified: 'notified', Rectifying: 'rectifying', Reported: 'reported', Filed: 'filed', Returned: 'returned', Verified: 'verified', LookBack: 'look-back', Archived: 'closed', Transferred: 'transferred', Withdrawn: 'withdrawn' },
  export: {
    open: 'List of issues', title: 'Export the list of issues', hint: 'The issues of all the county’s units that meet these conditions; the board’s own filter does not matter.', format: 'Format', which: 'Which', severity: 'Severity', anySeverity: 'any', category: 'Category begins with', categoryHint: 'e.g. S-HW (homework); empty means all', go: 'Export', again: 'Other conditions',
    done: 'The browser has it.', needed: 'This list needs another person’s approval', askWhy: 'Reason', askHint: 'what whoever decides goes by: for whom, and what for', reasonNeeded: 'A reason is needed.', ask: 'Ask for approval', asking: 'Asking…', last: 'The last request (no. {n}): {state}.', lastRemark: 'Remark: {remark}',
    waiting: 'Request {n} is made and waits', waitingHint: 'You may close this window: once it is approved, download it on the page “Approvals”, or export again under the same conditions.', look: 'See whether it was decided', given: '{name} approved request {n}', givenHint: 'Once only, before {at}. Remark: {remark}', fetch: 'Export (uses the approval up)', page: 'Open approvals',
  },
}

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

/** What takes two people, and long lists that leave the system. */
export const approvals = { zh: { approvals: zh }, en: { approvals: en } }
