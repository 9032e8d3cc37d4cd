const zh = {
  searching: '正在读取清单…', found: '{n} 个类别', noMatch: '没有符合的类别。', chosen: '已选 {code} {name}', default: '默认', prohibited: '严禁', noMilder: '严禁事项，不能定得更轻。', chooseFirst: '先选问题类别。',
  draft: '已恢复上次没有提交的内容。', dropDraft: '清空重填',
  progress: '已填 {n} / {all}', onlyOpen: '只看未填', item: '第 {n} 项', prohibition: '禁止性', highlight: '亮点，可不填', limit: '标准：{text}', disposition: '处置方式', note: '说明', missing: '还有 {n} 项没有填完。', lineMissing: '这一项没有填完。', allDone: '都填好了。',
  answers: { Conforms: '符合', MostlyConforms: '基本符合', DoesNotConform: '不符合', NotApplicable: '不适用' },
  dispositions: { OnTheSpot: '当场整改', Notice: '限期整改', ReportToCounty: '报县级', Consultation: '协商部门', RecordOnly: '只作记录' },
}

const en: typeof zh = {
  searching: 'Reading the list…', found: '{n} categories', noMatch: 'No category matches.', chosen: 'Chosen: {code} {name}', default: 'default', prohibited: 'prohibited', noMilder: 'It is prohibited and can’t be made milder.', chooseFirst: 'Choose the category first.',
  draft: 'What was not handed in last time is here again.', dropDraft: 'Start afresh',
  progress: '{n} of {all} answered', onlyOpen: 'Open ones only', item: 'Item {n}', prohibition: 'prohibition', highlight: 'highlight, optional', limit: 'Standard: {text}', disposition: 'Disposition', note: 'Note', missing: '{n} items are not complete.', lineMissing: 'This item is not complete.', allDone: 'Everything is answered.',
  answers: { Conforms: 'Conforms', MostlyConforms: 'Mostly', DoesNotConform: 'Does not', NotApplicable: 'Not applicable' },
  dispositions: { OnTheSpot: 'On the spot', Notice: 'Within a term', ReportToCounty: 'Report to the county', Consultation: 'Consult a department', RecordOnly: 'Record only' },
}

/** Filling in what takes the catalogue: categories of issues, checklists. */
export const forms = { zh: { forms: zh }, en: { forms: en } }
