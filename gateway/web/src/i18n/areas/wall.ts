/** Screens on a wall. */
export const wall = {
  zh: {
    wall: {
      title: '大屏', pause: '暂停轮播', resume: '继续轮播', next: '下一屏', previous: '上一屏', panels: '轮播内容', keys: '空格暂停，左右方向键换屏', panelOf: '第 {n} / {total} 屏', paused: '轮播已暂停', newBuild: '有新版本，空闲时自动更新', waiting: '正在连接，连上后自动显示。',
      panel: { coverage: '督导覆盖', cases: '整改与措施', alerts: '最新提醒', worst: '最需关注的单位', ranking: '排名' },
      thisPeriod: '本期', lastPeriod: '上期', visited: '已到访 {part} / {whole}', noAlerts: '没有未解除的提醒', noWorst: '没有漏访、预警或警示的单位', rungs: '执行中的措施', colours: '按合规状态', attention: '需要处理', more: '另有 {n} 项',
    },
  },
  en: {
    wall: {
      title: 'Wall', pause: 'Pause', resume: 'Go on', next: 'Next', previous: 'Previous', panels: 'Panels', keys: 'Space pauses, arrow keys change the panel', panelOf: 'Panel {n} of {total}', paused: 'Paused', newBuild: 'A new version is there; it loads when nobody is at the screen', waiting: 'Connecting; it shows by itself.',
      panel: { coverage: 'Coverage', cases: 'Issues and measures', alerts: 'Latest alerts', worst: 'Units that need attention', ranking: 'Ranking' },
      thisPeriod: 'Current', lastPeriod: 'Previous', visited: '{part} of {whole} visited', noAlerts: 'No open alerts', noWorst: 'No unit is missed, due soon or critical', rungs: 'Measures in force', colours: 'By standing', attention: 'To act on', more: '{n} more',
    },
  },
}
