const zh = {
  audit: {
    link: '审计', title: '审计记录', hint: '谁、何时、从哪里、做了什么、结果如何。只供审计管理员查阅，查阅本身也会留痕。',
    filter: '筛选', county: '县（市、区）', anyCounty: '全部', system: '系统', who: '账号', action: '操作', target: '对象', result: '结果', any: '不限', from: '自', to: '至', apply: '查询', clear: '清除',
    whoHint: '完整账号名', actionHint: '如 POST units', targetHint: '如 school/2133901815',
    table: '审计记录列表', at: '时间', address: '来源', detail: '详情', more: '更多', empty: '没有符合条件的记录。', count: '已列出 {n} 条', countMore: '已列出 {n} 条，还有更多', nobody: '未登录',
    sequence: '链上序号', role: '角色', area: '辖区', allAreas: '全国', session: '会话', agent: '设备指纹', operation: '操作编号', fingerprint: '内容指纹', status: '状态码', code: '原因代码', close: '收起', none: '无',
    chains: '审计链', chainsHint: '每个县（市、区）一条链，逐条相扣。改动、调换或删除任何一条，核验时都会指出位置。', entries: '{n} 条', check: '核验', checking: '正在核验…', notChecked: '未核验', intact: '完好：{n} 条逐条相扣', broken: '已断：第 {n} 条与前面不符', checkAll: '全部核验', roots: '每日根值',
    noRoots: '还没有封存过。', rootOf: '{day}：{streams} 个对象、{events} 条事件、审计至第 {sequence} 条', rootsHint: '请把根值定期导出到系统之外保存（命令 export-roots），核验时可据此发现最新记录被删。', results: { Accepted: '受理', Repeated: '重发', Refused: '退回', Denied: '拒绝', Fault: '故障' },
  },
}

const en = {
  audit: {
    link: 'Audit', title: 'Audit record', hint: 'Who did what, when, from where, and what came of it. For the audit administrator only; reading it is on record too.',
    filter: 'Filter', county: 'County', anyCounty: 'All', system: 'System', who: 'Account', action: 'Action', target: 'Subject', result: 'Result', any: 'Any', from: 'From', to: 'To', apply: 'Search', clear: 'Clear',
    whoHint: 'the whole account name', actionHint: 'e.g. POST units', targetHint: 'e.g. school/2133901815',
    table: 'Audit entries', at: 'Time', address: 'From', detail: 'Details', more: 'More', empty: 'No entry meets these conditions.', count: '{n} entries shown', countMore: '{n} entries shown, there are more', nobody: 'not signed in',
    sequence: 'Number in its chain', role: 'Role', area: 'Area', allAreas: 'the nation', session: 'Session', agent: 'Device mark', operation: 'Operation id', fingerprint: 'Content mark', status: 'Status', code: 'Reason code', close: 'Close', none: 'none',
    chains: 'Audit chains', chainsHint: 'One chain for each county, every entry bound to the one before. Verification names the place of any that was changed, swapped or removed.', entries: '{n} entries', check: 'Verify', checking: 'Verifying…', notChecked: 'not verified', intact: 'Intact: {n} entries, each following the last', broken: 'Broken: entry {n} does not follow', checkAll: 'Verify all', roots: 'Daily roots',
    noRoots: 'None sealed yet.', rootOf: '{day}: {streams} subjects, {events} events, audit up to entry {sequence}', rootsHint: 'Export the roots regularly and keep them outside the system (command export-roots): with them verification notices that the newest rows were removed.', results: { Accepted: 'accepted', Repeated: 'repeated', Refused: 'refused', Denied: 'denied', Fault: 'fault' },
  },
}

export const audit = { zh, en }
