/** The boards of cities, provinces and the nation. */
export const regional = {
  zh: {
    regional: {
      tiles: '方格图', map: '地图', table: '表格', view: '显示方式', metric: '指标', nation: '全国', crumbs: '所在位置', board: '打开县级看板', wall: '大屏', wallHint: '在大屏上轮播', towns: '乡镇（街道）', noTown: '未填乡镇',
      tilesHint: '每格一个地区：形状、文字与颜色说明情况，点击进入下一级。方格图不是地图，不表示边界。', mapHint: '审图号：{approval}', absent: '未接入', of: '{part} / {whole}', count: '{n} 件', rankOf: '第 {n} 名', rankTied: '并列第 {n} 名', noRank: '不排名',
      tile: '{name}：{metric}{value}，{level}，{rank}', ranking: '排名', rankingRule: '数值相同（按显示的一位小数）并列，其后名次顺延，如 1、1、3；无应督导的不排名。', lowIsBetter: '数值小的在前。', highIsBetter: '数值大的在前。',
      rank: '名次', figure: '数值', basis: '分子 / 分母', status: '情况', oldest: '数据截至 {at}（最早：{name}）', tableCaption: '{name}下辖地区一览', compare: '比较', compareHint: '勾选 2 至 4 个地区，在同一坐标上比较。', compareFull: '最多比较 4 个地区', compareWith: '比较{name}', clearCompare: '不再比较',
      metrics: { coverage: '学校本月覆盖率', lastCoverage: '学校上月覆盖率', lastTimeliness: '学校上月及时率', institutions: '机构本季覆盖率', coverageRed: '漏访单位占比', complianceRed: '合规警示单位占比', overdue: '逾期未整改问题' },
      levels: { met: '达标', near: '接近', below: '不足', running: '进行中', dueSoon: '临期', none: '无数据' },
      lowLevels: { met: '正常', near: '少量', below: '较多', running: '进行中', dueSoon: '临期', none: '无数据' },
      legend: { open: '达标：全部到访；临期：已到提醒日仍有未访；进行中：尚未到提醒日。', closed: '达标：100%；接近：90% 及以上；不足：低于 90%。', share: '正常：没有；少量：不超过 10%；较多：超过 10%。', overdue: '正常：没有逾期；较多：有逾期。' },
      series: '近 12 个月', seriesHint: '分子、分母逐级相加，不取平均；已结束的月份只因迟报、补批或准予说明而更正。', rate: '比率', kind: '对象', month: '月份', thisMonth: '未结束', silent: '{n} 个下级没有答复，未计入：{codes}', loading: '正在读取逐月数据…', chart: '{rate}逐月折线图，数据见下表', noSeries: '还没有逐月数据', cell: '{value}（{part}/{whole}）', kinds: { schools: '学校（按月）', institutions: '机构（按季）' },
      children: { CN: '各省', province: '各市', city: '各县（市、区）', county: '各乡镇（街道）' },
    },
  },
  en: {
    regional: {
      tiles: 'Tiles', map: 'Map', table: 'Table', view: 'Shown as', metric: 'Figure', nation: 'Nation', crumbs: 'Where you are', board: 'Open the county board', wall: 'Wall', wallHint: 'Show it on a wall screen', towns: 'Towns', noTown: 'No town given',
      tilesHint: 'One tile an area: shape, word and colour say how it stands; open one to go a level down. Tiles are no map and have no borders.', mapHint: 'Map approval number: {approval}', absent: 'Not connected', of: '{part} / {whole}', count: '{n}', rankOf: 'rank {n}', rankTied: 'rank {n}, shared', noRank: 'not ranked',
      tile: '{name}: {metric} {value}, {level}, {rank}', ranking: 'Ranking', rankingRule: 'Equal figures (as shown, one decimal) share a rank and the next ones are left out: 1, 1, 3. Where nothing is expected there is no rank.', lowIsBetter: 'Lower figures come first.', highIsBetter: 'Higher figures come first.',
      rank: 'Rank', figure: 'Figure', basis: 'Of', status: 'Standing', oldest: 'Data as of {at} (oldest: {name})', tableCaption: 'Areas of {name}', compare: 'Compare', compareHint: 'Tick 2 to 4 areas to compare them on the same axes.', compareFull: 'Four areas at most', compareWith: 'Compare {name}', clearCompare: 'Stop comparing',
      metrics: { coverage: 'Schools this month', lastCoverage: 'Schools last month', lastTimeliness: 'Schools in time last month', institutions: 'Institutions this quarter', coverageRed: 'Units missed', complianceRed: 'Units critical', overdue: 'Overdue issues' },
      levels: { met: 'Met', near: 'Near', below: 'Below', running: 'Running', dueSoon: 'Due soon', none: 'No data' },
      lowLevels: { met: 'None', near: 'Few', below: 'Many', running: 'Running', dueSoon: 'Due soon', none: 'No data' },
      legend: { open: 'Met: all visited. Due soon: a reminder day passed and some are not. Running: no reminder day yet.', closed: 'Met: 100%. Near: 90% or more. Below: under 90%.', share: 'None, few: up to 10%, many: over 10%.', overdue: 'None overdue, or some.' },
      series: 'Twelve months', seriesHint: 'Numerators and denominators are added level by level, never averaged. Only late visits, approvals and accepted excuses restate a closed month.', rate: 'Rate', kind: 'Of', month: 'Month', thisMonth: 'not over', silent: '{n} parts did not answer and are not counted: {codes}', loading: 'Reading the months…', chart: 'Line chart of {rate} by month; the figures are in the table below', noSeries: 'No months yet', cell: '{value} ({part}/{whole})', kinds: { schools: 'Schools (months)', institutions: 'Institutions (quarters)' },
      children: { CN: 'Provinces', province: 'Cities', city: 'Counties', county: 'Towns' },
    },
  },
}
