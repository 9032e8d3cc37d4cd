const zh = {
  past: {
    title: '回看', today: '今天', day: '选择日期', banner: '你看到的是 {day} 时的情况', knownNow: '按现在所知（包括后来补录的）。', knownThen: '只按当时已知的。', onlyKnown: '只看当时已知的', back: '回到现在',
  },
  year: { title: '{from}—{to} 学年', left: '本月还剩 {days} 天，本学年还剩 {n} 个月', leftQuarters: '本季还剩 {days} 天，之后还有 {n} 个季度', ahead: '未到', unknown: '无记录' },
  group: { byTown: '按乡镇分组', noTown: '未填乡镇', units: '{n} 个单位', visited: '已督导 {n}/{of}', red: '需整治 {n}', subtotal: '{name} 小计（{n}）' },
  views: {
    title: '视图', commonTitle: '常用视图', own: '我的视图', name: '给当前视图起个名字', save: '保存', remove: '删除视图 {name}', share: '复制链接，发给同事', copied: '已复制', hint: '保存在这台电脑的浏览器里；链接谁都能用。',
    common: { missed: '漏访', dueSoon: '即将到期', overdue: '逾期未整改', waiting: '等待决定', towns: '按乡镇看' },
  },
  export: { title: '导出与打印', xlsx: '导出 xlsx', csv: 'csv', hint: '导出当前显示的行，顺序和分组与屏幕一致', required: '应督导次数', about: '说明', what: '项目', value: '内容', board: '看板', filter: '筛选', count: '单位数' },
  marks: { unassigned: '未分配督学', awaiting: '迟报待审批', waiting: '有待决定', issues: '有未办结问题', overdue: '有逾期未整改' },
  alerts: { acknowledge: '签收', seenBy: '{by} 于 {at} 签收', unseen: '未签收 {n}', noneUnseen: '提醒都已签收', seeingEnds: '签收后即解除', actingEnds: '办理后解除', ofUnit: '提醒', noneOfUnit: '没有提醒' },
  unit: { asOf: '{at} 的情况' },
  decide: { open: '办理', close: '收起', answers: '办理', gone: '这一项已经办结，刷新后会从清单移走。', notYours: '您的角色不能办理这一项，由{owner}决定。' },
  tour: {
    title: '演示导览', step: '导览 {n}/{of}', before: '上一步', next: '下一步', skip: '不再显示', done: '知道了',
    steps: {
      tally: '上面是总览：到访覆盖和整改合规两条线分开算，点任一数字就筛出对应的单位。', units: '中间是单位清单，会自己变化，刚变的行会亮一下；可以搜索、筛选、按乡镇分组，也能导出和打印。', reason: '点一行，右侧说明为什么是这个颜色、依据哪条、什么时候会变。',
      alerts: '右边是提醒，看过就点“签收”，大家都能看到谁在何时签收。', decisions: '“决定事项”里是等人拍板的事，先看后果再确认；系统只提请，不代为决定。', clock: '顶部是演示时钟，可以暂停、加速，或推进到月末看结算。',
    },
  },
  timeline: { filter: '筛选历史记录', all: '全部', coverage: '到访', issues: '问题', measures: '措施', roster: '名册与责任', byPeople: '只看人办理的', none: '没有符合条件的记录。' },
}

const en: typeof zh = {
  past: {
    title: 'Look back', today: 'today', day: 'Choose a day', banner: 'You see how it was on {day}', knownNow: 'As known now, with what was recorded later.', knownThen: 'Only as known then.', onlyKnown: 'only what was known then', back: 'Back to the present',
  },
  year: { title: 'School year {from}–{to}', left: '{days} days left in the month, {n} months in the school year', leftQuarters: '{days} days left in the quarter, {n} quarters after it', ahead: 'ahead', unknown: 'no record' },
  group: { byTown: 'By town', noTown: 'no town', units: '{n} units', visited: 'visited {n}/{of}', red: 'red {n}', subtotal: '{name} subtotal ({n})' },
  views: {
    title: 'Views', commonTitle: 'Common views', own: 'My views', name: 'Name this view', save: 'Save', remove: 'Remove view {name}', share: 'Copy the link for a colleague', copied: 'Copied', hint: 'Kept in this browser; the link works for anybody.',
    common: { missed: 'Missed', dueSoon: 'Due soon', overdue: 'Overdue issues', waiting: 'Waiting for a decision', towns: 'By town' },
  },
  export: { title: 'Export and print', xlsx: 'Export xlsx', csv: 'csv', hint: 'the rows as shown, in their order and groups', required: 'Visits owed', about: 'About', what: 'What', value: 'Value', board: 'Board', filter: 'Filter', count: 'Units' },
  marks: { unassigned: 'no inspector', awaiting: 'late visit waiting', waiting: 'waiting for a decision', issues: 'open issues', overdue: 'overdue issues' },
  alerts: { acknowledge: 'Acknowledge', seenBy: 'seen by {by}, {at}', unseen: 'Unseen {n}', noneUnseen: 'Every alert was seen', seeingEnds: 'ends when it was seen', actingEnds: 'ends when it is done', ofUnit: 'Alerts', noneOfUnit: 'No alerts' },
  unit: { asOf: 'As of {at}' },
  decide: { open: 'Handle', close: 'Close', answers: 'Answers', gone: 'This one is settled; it leaves the list at the next refresh.', notYours: 'Your role does not decide this; it is for: {owner}.' },
  tour: {
    title: 'Tour of the demonstration', step: 'Tour {n}/{of}', before: 'Back', next: 'Next', skip: 'Do not show again', done: 'Got it',
    steps: {
      tally: 'Above is the overview: visits and compliance are counted apart; press a number to see its units.', units: 'In the middle are the units. They move by themselves, and a changed row lights up; search, filter, group by town, export and print.', reason: 'Press a row: the drawer says why it has this colour, by which clause, and when it will change.',
      alerts: 'On the right are alerts. Acknowledge what you have seen: everybody sees who did, and when.', decisions: '“Decisions” is what waits for a person. See what follows first, then confirm; the system only proposes.', clock: 'On top is the simulated clock: pause it, speed it up, or go to the end of the month.',
    },
  },
  timeline: { filter: 'Filter the history', all: 'All', coverage: 'Visits', issues: 'Issues', measures: 'Measures', roster: 'Roster', byPeople: 'only by people', none: 'No entries like that.' },
}

/** The county's board, its units and its decisions. */
export const county = { zh: { county: zh }, en: { county: en } }
