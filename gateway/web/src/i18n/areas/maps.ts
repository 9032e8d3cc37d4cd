const zh = {
  title: '审定地图', link: '审定地图', titleOf: '{name} · 审定地图',
  hint: '公开展示的地图须有审图号。本系统不附带任何地图：由系统管理员载入经审定的 GeoJSON，看板同时显示审图号；没有地图时看板显示方格图。',
  standing: '正在使用的地图', none: '还没有载入地图，看板显示方格图。', faulty: '现有的地图文件不能使用', approval: '审图号：{number}', shapes: '{n} 个地区', remove: '撤下地图', removeSure: '撤下审图号为 {number} 的地图？看板改为显示方格图。', removed: '地图已撤下', board: '在看板上查看',
  upload: '载入地图', replace: '更换地图', drop: '把 GeoJSON 文件拖到这里，或', choose: '选择文件', formats: '.geojson 或 .json，不超过 4 MB；FeatureCollection，每个地区的 properties 含 code 或 adcode、name。',
  number: '审图号', numberHint: '与批准文件一致，例如 GS(2024)0650号；文件中已有的会自动填入。', numberNeeded: '请填写审图号。', unreadable: '“{name}”不是 JSON 文件，读不出来。', fileNeeded: '请先选择文件。',
  check: '预览', checking: '正在核对…', preview: '预览（尚未载入）', keep: '载入并启用', keeping: '正在载入…', kept: '地图已启用', drawn: '地图上的地区', code: '代码', area: '地区', state: '与看板',
  matches: '看板上有', strange: '看板上没有，显示为灰色', missing: '地图上没有的下级地区：{names}。它们仍在表格里。', onlyAdmin: '只有系统管理员可以载入或撤下地图。',
}

const en: typeof zh = {
  title: 'Approved map', link: 'Approved map', titleOf: '{name} · approved map',
  hint: 'Maps that are shown need an approval number (审图号). This product ships none: the system administrator brings approved GeoJSON, and boards show its number beside it; without a map they show tiles.',
  standing: 'The map in use', none: 'There is no map yet; boards show tiles.', faulty: 'The map file that is here can’t be used', approval: 'Approval number: {number}', shapes: '{n} areas', remove: 'Take it away', removeSure: 'Take the map {number} away? Boards will show tiles.', removed: 'The map is gone', board: 'See it on the board',
  upload: 'Bring a map', replace: 'Bring another map', drop: 'Drop a GeoJSON file here, or', choose: 'Choose a file', formats: '.geojson or .json, 4 MB at most; a FeatureCollection whose properties have code or adcode, and name.',
  number: 'Approval number', numberHint: 'as it was approved, e.g. GS(2024)0650号; taken from the file when it names one', numberNeeded: 'The approval number is needed.', unreadable: '“{name}” is no JSON and can’t be read.', fileNeeded: 'Choose a file first.',
  check: 'Preview', checking: 'Reading…', preview: 'Preview (not in use yet)', keep: 'Put it to use', keeping: 'Storing…', kept: 'The map is in use', drawn: 'Areas on the map', code: 'Code', area: 'Area', state: 'On the board',
  matches: 'yes', strange: 'no, stays grey', missing: 'Parts without a shape: {names}. They stay in the table.', onlyAdmin: 'Only the system administrator brings maps or takes them away.',
}

/** Maps that operators bring. */
export const maps = { zh: { maps: zh }, en: { maps: en } }
