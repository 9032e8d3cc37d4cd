const zh = {
  title: '学期与责任区', link: '学期与责任区', hint: '学期决定教学日和每学期法定督导次数；责任区和乡镇可以整体交给一名督学，以后加入的学校随之归其负责。',
  campaign: '专项督导 {first} 至 {last}', campaignOver: '当前不在专项督导期内（今年为 {first} 至 {last}）',
  terms: '学期', first: '开始', last: '结束', source: '依据', sources: { County: '本县设定', Province: '省定', Assumed: '默认（暂定）' }, provisional: '有学期没有正式日期，按 9 月 1 日至 1 月 20 日、3 月 1 日至 6 月 30 日暂定；请设定本县的学期。',
  own: '本县设定的学期', noOwn: '本县没有设定学期，使用省定或默认的学期。', addTerm: '增加学期', addBreak: '增加学期中的假期', term: '学期', pause: '假期', removeSpan: '删除这一段', save: '保存学期', saving: '正在保存…', reset: '恢复省定学期', resetSure: '放弃本县设定的学期，恢复省定（或默认）学期？', saved: '学期已保存，自下一个周期起适用。', resetDone: '已恢复省定（或默认）学期。',
  file: '从文件导入', fileHint: 'csv 或 xlsx，表头：类型、开始、结束；类型填“学期”或“假期”。文件没有提到的学期不变。', fileRead: '文件中的学期已填入下表，核对后保存。',
  zones: '督学责任区', noZones: '还没有设定责任区。', code: '编号', name: '名称', towns: '乡镇（街道）代码', townsHint: '9 位代码，用空格或顿号分隔', schools: '另外的学校', schoolsHint: '学校标识码，用空格或顿号分隔；不论所在乡镇', count: '学校 {n} / {limit}', over: '超过上限', inspectors: '督学', addZone: '设定责任区', editZone: '修改', saveZone: '保存责任区', removeZone: '撤销', removeZoneSure: '撤销责任区“{name}”？学校的责任督学不变。', zoneSaved: '责任区已保存。', zoneRemoved: '责任区已撤销。', cancel: '取消',
  areas: '按区域负责', areasHint: '先逐校预览，再确认；超过督学负责上限的学校会逐校说明原因。', area: '区域', areaZone: '责任区 {name}', areaTown: '乡镇（街道）{code}', areaTownCode: '或乡镇（街道）代码', inspector: '督学编号', from: '自', to: '至（可不填）', tryArea: '逐校预览', assignArea: '确认指派', assigned: '指派 {n} 所', unchanged: '不变 {n} 所', refused: '未指派 {n} 所', done: '可指派', same: '已由其负责', release: '不再整体负责', released: '已取消；学校现有的责任督学不变。', noAreas: '没有整体交给一名督学的区域。', areaDone: '已逐校办理。', noSchools: '这个区域没有学校。',
  loads: '每名督学负责的学校', load: '{n} 所', loadLimit: '建议不超过 {soft} 所，上限 {hard} 所', grades: { Within: '正常', AboveSoft: '超过建议', AboveHard: '超过上限' }, noLoads: '还没有督学负责学校。',
  facts: { term: '本学期督导', termValue: '{n} / {of} 次（法定，至 {last}）', termAssumed: '{n} / {of} 次（法定，学期暂定至 {last}）', week: '本周接受督导', weekValue: '{n} 次（每周不超过 {limit} 次）', weekPlanned: '{n} 次，另有计划 {planned} 次（每周不超过 {limit} 次）' },
  gate: { title: '校门动态码', link: '校门动态码', hint: '请在公示牌旁的屏幕上打开本页。督学到校时抄录此码，可证明到校，无须定位。', left: '{n} 秒后更换', still: '时钟停止，此码不变', trouble: '暂时取不到新的动态码，正在重试。' },
  warnings: '请注意',
}

const en: typeof zh = {
  title: 'Terms and zones', link: 'Terms and zones', hint: 'Terms decide what are teaching days and when the statutory visits of a term are counted. A zone or town can be given to one inspector as a whole; schools that join follow.',
  campaign: 'Campaign {first} to {last}', campaignOver: 'Outside the campaign (this year {first} to {last})',
  terms: 'Terms', first: 'From', last: 'To', source: 'Set by', sources: { County: 'the county', Province: 'the province', Assumed: 'assumed, provisional' }, provisional: 'A term has no official dates; 1 September–20 January and 1 March–30 June are assumed. Set the county’s own.',
  own: 'The county’s own terms', noOwn: 'The county has set no terms; its province’s, or the assumed ones, hold.', addTerm: 'Add a term', addBreak: 'Add a break within a term', term: 'Term', pause: 'Break', removeSpan: 'Remove this row', save: 'Save the terms', saving: 'Saving…', reset: 'Back to the province’s', resetSure: 'Give the county’s own terms up, and return to the province’s or the assumed ones?', saved: 'The terms are saved; they hold from the next period on.', resetDone: 'The province’s terms, or the assumed ones, hold again.',
  file: 'From a file', fileHint: 'csv or xlsx with the headers kind, first, last; a kind is “term” or “break”. Terms the file does not name stay.', fileRead: 'The file’s terms are in the rows below: check them, then save.',
  zones: 'Zones', noZones: 'No zone is set yet.', code: 'Code', name: 'Name', towns: 'Town codes', townsHint: '9 digits each, with spaces or commas between', schools: 'Schools besides', schoolsHint: 'School codes with spaces or commas between, whatever their town', count: '{n} of {limit} schools', over: 'over the limit', inspectors: 'Inspectors', addZone: 'Set a zone', editZone: 'Change', saveZone: 'Save the zone', removeZone: 'Remove', removeZoneSure: 'Remove zone “{name}”? Its schools keep their inspectors.', zoneSaved: 'The zone is saved.', zoneRemoved: 'The zone is removed.', cancel: 'Cancel',
  areas: 'Responsible for an area', areasHint: 'Each school is tried first, then confirmed; one beyond an inspector’s limit says why.', area: 'Area', areaZone: 'Zone {name}', areaTown: 'Town {code}', areaTownCode: 'or a town’s code', inspector: 'Inspector', from: 'From', to: 'To (optional)', tryArea: 'Try each school', assignArea: 'Assign', assigned: '{n} assigned', unchanged: '{n} unchanged', refused: '{n} not assigned', done: 'can be assigned', same: 'theirs already', release: 'No longer as a whole', released: 'Done; the schools keep their inspectors.', noAreas: 'No area is one inspector’s as a whole.', areaDone: 'Every school was answered.', noSchools: 'There is no school in this area.',
  loads: 'Schools of each inspector', load: '{n}', loadLimit: '{soft} wanted, {hard} at most', grades: { Within: 'within', AboveSoft: 'more than wanted', AboveHard: 'over the limit' }, noLoads: 'No inspector has a school yet.',
  facts: { term: 'Visits this term', termValue: '{n} of {of} (statutory, until {last})', termAssumed: '{n} of {of} (statutory, term assumed until {last})', week: 'Visits this week', weekValue: '{n} (at most {limit} a week)', weekPlanned: '{n}, and {planned} planned (at most {limit} a week)' },
  gate: { title: 'Gate code', link: 'Gate code', hint: 'Open this page on the screen beside the plaque. An inspector who copies the code has been here, and needs no position.', left: 'changes in {n} s', still: 'the clock stands still, the code stays', trouble: 'No new code at the moment; it is tried again.' },
  warnings: 'Please note',
}

/** Terms, zones and areas of a county, the code at a school's gate, and what a unit's page says of them. */
export const settings = { zh: { settings: zh }, en: { settings: en } }
