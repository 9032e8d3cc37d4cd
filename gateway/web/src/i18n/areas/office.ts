const zh = {
  title: '{name} 年度方案与部门', link: '方案与部门', plan: '年度督导方案', noPlan: '还没有登记 {year} 年的方案。', top: '教育督导“一号工程”', chain: '依据的文件（自上而下）',
  year: '年度', planTitle: '方案名称', topMark: '列为教育督导“一号工程”', level: '层级', levels: { None: '—', Nation: '国家', Province: '省', City: '市', County: '县' }, paperTitle: '文件名称', number: '发文字号', issuedOn: '发文日期', file: '文件', noFile: '未上传',
  add: '添加文件', remove: '移除 {name}', edit: '登记或修改方案', save: '保存', cancel: '取消', saved: '已保存。', needAbove: '至少列出一份国家、省或市的文件。',
  departments: '联合办理部门与股室', departmentsHint: '移送、认定和协商只从这份清单中选择；至少三个联合办理部门（方案一 L18：教育、市场管理、公安等）。', builtIn: '目前使用内置清单。', joint: '联合办理部门', section: '本局股室', name: '名称', isJoint: '其他部门（联合办理）', editList: '修改清单', addDepartment: '添加',
}

const en: typeof zh = {
  title: '{name}: plan and departments', link: 'Plan and departments', plan: 'Plan of the year', noPlan: 'No plan of {year} is on file yet.', top: 'Top priority of supervision', chain: 'Papers it rests on, from the top',
  year: 'Year', planTitle: 'Title of the plan', topMark: 'Top priority of supervision', level: 'Level', levels: { None: '—', Nation: 'Nation', Province: 'Province', City: 'City', County: 'County' }, paperTitle: 'Title', number: 'Number', issuedOn: 'Issued on', file: 'File', noFile: 'none',
  add: 'Add a paper', remove: 'Remove {name}', edit: 'Set the plan', save: 'Save', cancel: 'Cancel', saved: 'Saved.', needAbove: 'Name at least one paper of the nation, the province or the city.',
  departments: 'Joint departments and sections', departmentsHint: 'Referrals, confirmations and consultations choose from this list alone; three joint departments at least (Plan 1, L18).', builtIn: 'The built-in list applies.', joint: 'Joint departments', section: 'Sections of the office', name: 'Name', isJoint: 'Another authority (joint)', editList: 'Change the list', addDepartment: 'Add',
}

/** What a county's office keeps: its plan of the year, the departments it works with. */
export const office = { zh: { office: zh }, en: { office: en } }
