const zh = {
  about: '可办理：{name}', show: '先看后果', confirm: '确认：{name}', previewing: '正在推算后果…', sending: '正在提交…', needed: '请填写这一项。', optional: '（可不填）', done: '已办理：{name}',
  unknown: '不能确定这次提交是否成功。内容已锁定，点“重试”以同一编号重发，不会重复办理；也可以关闭后刷新查看。',
  consequences: '确认后会发生什么', nothing: '不会有任何变化。', happens: '事项', colour: '合规状态', sameColour: '颜色不变', becomes: '变为', clocks: '期限', issued: '将发出文书', numbered: '由系统编号', told: '将通知', nobodyTold: '不通知任何人',
  remove: '移除 {name}', addFiles: '选择佐证材料', fileHint: '照片、pdf、docx、xlsx；照片不超过 10 MB，文件不超过 20 MB。', uploading: '正在上传…',
  paperTitle: '文号或标题', paperFile: '上传文件', paperHint: '文号或标题必填；文件可以先不传。', addPaper: '另加一份附件',
  names: {
    confirmSerious: '确认严重问题', acknowledgeNotice: '签收通知书', reportContainment: '报告控制措施', submitRectification: '报告整改到位', fileReport: '向县级报备', verifyIssue: '核查通过', returnForRework: '退回整改',
    requestExtension: '申请延期', decideExtension: '审批延期', passLookBack: '回头看通过', failLookBack: '回头看反弹', transferIssue: '移交部门', markHarm: '标记影响', confirmMajor: '认定重大违规', withdrawIssue: '撤销问题',
    answerReferral: '登记部门答复', decideMeasure: '决定采取', rejectMeasure: '不予采纳', serveMeasure: '送达', recordInterview: '记录约谈', recordCommitment: '归档纪要与承诺', recordProgress: '报送进展', extendPeriod: '延长督办期',
    applyDelisting: '申请销号', decideDelisting: '答复销号申请', recordPublication: '登记公开发布', annotatePublication: '补充整改结果', recordAppealStep: '复核申诉', recordExecution: '登记执行与回访',
    openIssue: '登记问题', submitSelfCheck: '报送自查', proposeMeasure: '建议采取措施', assignInspector: '指派责任督学', delegateDeputy: '委托代理督学', recuseInspector: '督学回避', liftRecusal: '解除回避', requestSelfCheck: '要求自查', nameInBulletin: '通报点名', setOpinionFlag: '标注舆情', liftOpinionFlag: '解除舆情标注',
    excusePeriod: '准予说明', approveLateVisit: '批准迟报', voidVisit: '作废督导', confirmFlagged: '确认有效',
  },
  hints: {
    confirmSerious: '确认后发出整改通知书，期限开始计算', acknowledgeNotice: '单位已收到整改通知书', reportContainment: '严重问题的中期报告', submitRectification: '由他人核查；核查前问题仍未办结', fileReport: '督学把单位的整改报告报县级备案',
    verifyIssue: '核查人不能是报告人；之后安排回头看', returnForRework: '重新整改，期限另计', requestExtension: '须在到期日之前提出，只能延一次', decideExtension: '同意则顺延整改期限；不同意须说明理由', passLookBack: '回头看的人不能是核查的人；通过后办结',
    failLookBack: '问题重新整改，并按规则升级措施', transferIssue: '移交后由部门办理，本县登记答复', markHarm: '会影响是否启动问责或挂牌督办', confirmMajor: '主管部门的认定；会提请公开曝光', withdrawIssue: '登记有误或不成立；历史保留',
    answerReferral: '联合部门的书面答复', decideMeasure: '决定后还须送达才生效', rejectMeasure: '建议作废，理由留档', serveMeasure: '送达之时生效，文书由系统编号', recordInterview: '之后须归档纪要和承诺', recordCommitment: '承诺落空会建议挂牌督办', recordProgress: '督办期内按周期报送',
    extendPeriod: '只能延长一次', applyDelisting: '所涉问题核查通过后才能申请', decideDelisting: '同意后销号，措施解除还须回头看通过', recordPublication: '公开后不撤，只补充结果', annotatePublication: '附在原公开信息之后', recordAppealStep: '不停止决定的执行', recordExecution: '执行情况和回访',
    openIssue: '督导发现的问题随督导记录登记，这里登记其他来源的问题', submitSelfCheck: '四部分小结和逐项自查表；提交前一直保存在这台电脑的浏览器里', proposeMeasure: '须由有权的人决定', assignInspector: '从起始日起由其负责到访', delegateDeputy: '期间其到访同样计入', recuseInspector: '其任务、代理、计划随即终止', liftRecusal: '之后可以再指派', requestSelfCheck: '实地督导前一天截止', nameInBulletin: '计作一次通报', setOpinionFlag: '会建议挂牌督办', liftOpinionFlag: '不影响已采取的措施',
    excusePeriod: '漏访记作准予说明，不算按时完成', approveLateVisit: '该期记作迟报完成', voidVisit: '这次到访不再计入', confirmFlagged: '这次到访计入当期',
  },
  fields: {
    remark: '说明', reason: '理由', document: '依据文书（文号或标题）', text: '内容', evidence: '佐证材料', days: '延长天数', grant: '是否同意', department: '部门', mark: '影响', answer: '答复内容', caseNumber: '部门案号', form: '方式', attachments: '附件',
    heldOn: '约谈日期', present: '参加人', committed: '承诺整改到位日期', accept: '是否同意销号', links: '发布链接', result: '整改结果', step: '环节', rung: '措施', issues: '所涉问题', inspector: '督学证号', from: '起始日期', to: '截止日期', round: '督导轮次',
    windowFrom: '实地督导开始日期', bulletin: '通报编号', source: '来源', origin: '问题来源', category: '问题类别', severity: '等级', foundOn: '发现日期', description: '问题描述',
    work: '工作开展情况', highlights: '特色和亮点', problems: '问题和不足', next: '下一步打算', checklist: '逐项自查表',
  },
  fieldHints: { links: '每行一个，以 https:// 或 http:// 开头', inspector: '例如 督学-330521-01', round: '例如 2026Q2', bulletin: '例如 330521:2026Q2', department: '例如 市场监管局', category: '按代码、中文或英文查找，用上下方向键选择', foundOn: '期限从通知之日起算，不从发现之日起算', checklist: '只列出本单位学段和当前月份适用的项目' },
  choices: {
    form: { Written: '书面通报', Oral: '口头通报（须附记录）', Plaque: '挂牌督办', SupervisionOrder: '重点问题督办单' },
    harm: { StudentsHarmed: '侵害学生利益严重', PublicImpact: '造成不良社会影响' },
    origin: { CentralRound: '集中督导', Complaint: '投诉举报', Platform: '监管平台', Referral: '部门移送', SelfCheck: '自查发现' },
    grant: { yes: '同意延期', no: '不同意' },
    accept: { yes: '同意销号', no: '不同意，继续督办' },
    rung: { Circular: 'R1 通报', Interview: 'R2 约谈', KeySupervision: 'R3 挂牌督办', Exposure: 'R4 公开曝光', Accountability: 'R5 问责' },
    step: { ReviewRequested: '申请复核', ReviewUpheld: '复核维持', ReviewFoundWrong: '复核认定有误', Appealed: '提出申诉', AppealUpheld: '申诉维持', AppealFoundWrong: '申诉认定有误', Corrected: '已更正（措施撤销）' },
  },
  papers: {
    OralRecord: '口头通报记录', InterviewMinutes: '约谈纪要', Commitment: '整改承诺', RectificationPlan: '整改方案', ExposureText: '曝光定稿', ChannelList: '发布渠道清单', InvestigationReport: '调查认定报告', PriorNotice: '事先告知书', DefenceRecord: '陈述申辩记录',
    CommitteeRecord: '会商记录', ServiceReceipt: '送达回证', Other: '其他附件',
  },
}

const en: typeof zh = {
  about: 'What can be done: {name}', show: 'Show what follows', confirm: 'Confirm: {name}', previewing: 'Working out what follows…', sending: 'Sending…', needed: 'This is needed.', optional: '(optional)', done: 'Done: {name}',
  unknown: 'Nobody knows yet whether this went through. The form is locked: “Retry” sends the same act under the same number, so it is never done twice. You can also close it and refresh.',
  consequences: 'What follows when you confirm', nothing: 'Nothing would change.', happens: 'Happens', colour: 'Compliance', sameColour: 'The colour stays', becomes: 'becomes', clocks: 'Deadlines', issued: 'Papers issued', numbered: 'numbered by the system', told: 'Told', nobodyTold: 'Nobody is told',
  remove: 'Remove {name}', addFiles: 'Choose files as evidence', fileHint: 'Photographs, pdf, docx, xlsx; photographs up to 10 MB, papers up to 20 MB.', uploading: 'Uploading…',
  paperTitle: 'Number or title', paperFile: 'upload the file', paperHint: 'The number or title is needed; the file may follow later.', addPaper: 'Add another paper',
  names: {
    confirmSerious: 'Confirm as serious', acknowledgeNotice: 'Acknowledge the notice', reportContainment: 'Report containment', submitRectification: 'Report rectification', fileReport: 'File with the county', verifyIssue: 'Verify', returnForRework: 'Return for rework',
    requestExtension: 'Ask for more days', decideExtension: 'Decide on more days', passLookBack: 'Look-back passed', failLookBack: 'Look-back failed', transferIssue: 'Transfer', markHarm: 'Mark impact', confirmMajor: 'Record a major violation', withdrawIssue: 'Withdraw',
    answerReferral: 'Record the reply', decideMeasure: 'Decide it', rejectMeasure: 'Reject', serveMeasure: 'Serve', recordInterview: 'Record the interview', recordCommitment: 'File minutes and commitment', recordProgress: 'Report progress', extendPeriod: 'Extend the period',
    applyDelisting: 'Apply for delisting', decideDelisting: 'Answer the application', recordPublication: 'Record publication', annotatePublication: 'Add the result', recordAppealStep: 'Review and appeal', recordExecution: 'Record execution',
    openIssue: 'Open an issue', submitSelfCheck: 'Hand in the self-check', proposeMeasure: 'Propose a measure', assignInspector: 'Assign the inspector', delegateDeputy: 'Name a deputy', recuseInspector: 'Recuse an inspector', liftRecusal: 'Lift a recusal', requestSelfCheck: 'Ask for a self-check', nameInBulletin: 'Name in a bulletin', setOpinionFlag: 'Flag public opinion', liftOpinionFlag: 'Lift the flag',
    excusePeriod: 'Excuse', approveLateVisit: 'Approve late visit', voidVisit: 'Void the visit', confirmFlagged: 'Confirm as valid',
  },
  hints: {
    confirmSerious: 'a notice is issued and the clocks begin', acknowledgeNotice: 'the unit has received the notice', reportContainment: 'interim report on a serious issue', submitRectification: 'somebody else verifies it; until then it stays open', fileReport: 'the inspector files the unit’s report with the county',
    verifyIssue: 'not by who reported it; a look-back follows', returnForRework: 'rectify again, with a new deadline', requestExtension: 'before the due day, once only', decideExtension: 'granting moves the deadline; a refusal needs a reason', passLookBack: 'not by who verified it; closes the issue',
    failLookBack: 'rectify again, and the ladder goes up by its rules', transferIssue: 'a department handles it; its reply is recorded here', markHarm: 'may lead to accountability or key supervision', confirmMajor: 'as a department confirmed; proposes exposure', withdrawIssue: 'recorded in error; the history stays',
    answerReferral: 'the department’s written reply', decideMeasure: 'takes effect when it is served', rejectMeasure: 'the proposal ends, with its reason on file', serveMeasure: 'takes effect now; the paper gets its number', recordInterview: 'minutes and commitment are due next', recordCommitment: 'a broken promise proposes key supervision', recordProgress: 'in the rhythm of key supervision',
    extendPeriod: 'once only', applyDelisting: 'when its issues are verified', decideDelisting: 'ends with delisting and the look-back', recordPublication: 'never taken down, only completed', annotatePublication: 'stands beside the publication', recordAppealStep: 'does not suspend the decision', recordExecution: 'what was done, and the return visit',
    openIssue: 'issues of other origins; what a visit found comes with the visit', submitSelfCheck: 'summary in four parts, and the form; kept in this browser until it is handed in', proposeMeasure: 'somebody with the power decides', assignInspector: 'responsible from the first day on', delegateDeputy: 'visits count the same in these days', recuseInspector: 'assignments, deputations and plans end at once', liftRecusal: 'may be assigned again afterwards', requestSelfCheck: 'due the day before fieldwork', nameInBulletin: 'counts as one circular', setOpinionFlag: 'proposes key supervision', liftOpinionFlag: 'leaves measures as they are',
    excusePeriod: 'the missed period counts as excused, not as done', approveLateVisit: 'the period counts as done late', voidVisit: 'the visit counts no more', confirmFlagged: 'the visit counts',
  },
  fields: {
    remark: 'Remark', reason: 'Reason', document: 'Paper relied on (number or title)', text: 'Content', evidence: 'Evidence', days: 'Days', grant: 'Granted?', department: 'Department', mark: 'Impact', answer: 'Reply', caseNumber: 'The department’s case number', form: 'Form', attachments: 'Attachments',
    heldOn: 'Held on', present: 'Present', committed: 'Rectified by (committed day)', accept: 'Delist?', links: 'Links', result: 'Result', step: 'Step', rung: 'Measure', issues: 'Issues', inspector: 'Inspector’s code', from: 'From', to: 'To', round: 'Round',
    windowFrom: 'Fieldwork begins', bulletin: 'Bulletin', source: 'Source', origin: 'Origin', category: 'Category', severity: 'Severity', foundOn: 'Found on', description: 'Description',
    work: 'Work done', highlights: 'Strengths and highlights', problems: 'Problems and shortcomings', next: 'Next steps', checklist: 'Item by item',
  },
  fieldHints: { links: 'one a line, beginning with https:// or http://', inspector: 'e.g. 督学-330521-01', round: 'e.g. 2026Q2', bulletin: 'e.g. 330521:2026Q2', department: 'e.g. market supervision', category: 'search by code, Chinese or English; choose with the arrow keys', foundOn: 'deadlines run from the notice, not from this day', checklist: 'only what applies to this unit’s stage in this month' },
  choices: {
    form: { Written: 'In writing', Oral: 'By word of mouth (with a record)', Plaque: 'Plaque', SupervisionOrder: 'Supervision order' },
    harm: { StudentsHarmed: 'Students gravely harmed', PublicImpact: 'Bad public impact' },
    origin: { CentralRound: 'Central inspection', Complaint: 'Complaint', Platform: 'Platform', Referral: 'Referral', SelfCheck: 'Self-check' },
    grant: { yes: 'Grant', no: 'Refuse' },
    accept: { yes: 'Delist', no: 'Refuse, supervision goes on' },
    rung: { Circular: 'R1 circular', Interview: 'R2 interview', KeySupervision: 'R3 key supervision', Exposure: 'R4 exposure', Accountability: 'R5 accountability' },
    step: { ReviewRequested: 'Review asked for', ReviewUpheld: 'Review upheld it', ReviewFoundWrong: 'Review found it wrong', Appealed: 'Appealed', AppealUpheld: 'Appeal upheld it', AppealFoundWrong: 'Appeal found it wrong', Corrected: 'Corrected (revoked)' },
  },
  papers: {
    OralRecord: 'Oral record', InterviewMinutes: 'Minutes', Commitment: 'Commitment', RectificationPlan: 'Rectification plan', ExposureText: 'Final text', ChannelList: 'List of channels', InvestigationReport: 'Investigation report', PriorNotice: 'Prior notice', DefenceRecord: 'Record of defence',
    CommitteeRecord: 'Committee record', ServiceReceipt: 'Receipt of service', Other: 'Other',
  },
}

/** What people do to a unit: names, fields, consequences. */
export const commands = { zh: { commands: zh }, en: { commands: en } }
