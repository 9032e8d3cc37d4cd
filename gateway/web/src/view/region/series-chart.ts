import { LineChart, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, type GridComponentOption, LegendComponent, type LegendComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { partOf, type Rate, type SeriesTable } from '../../model/region/series'

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Option = ComposeOption<LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>

/** Lines differ by stroke and symbol as well as by colour. */
const STROKES = ['solid', 'dashed', 'dotted', 'solid', 'dashed'] as const
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'] as const
const COLOURS = ['--primary', '--bad', '--good', '--warn', '--open'] as const

export interface ChartWords { period: (period: string) => string }

export function drawSeries(element: HTMLElement): ECharts {
  return init(element, undefined, { renderer: 'svg' })
}

export function optionOf(table: SeriesTable, rate: Rate, words: ChartWords, style: CSSStyleDeclaration): Option {
  const ink = style.getPropertyValue('--ink-2')
  const line = style.getPropertyValue('--line')
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily },
    grid: { left: 44, right: 16, top: 36, bottom: 28 },
    legend: { top: 0, itemWidth: 34, textStyle: { color: ink } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      valueFormatter: (value) => (typeof value === 'number' ? `${value.toFixed(1)}%` : '—'),
    },
    xAxis: { type: 'category', data: table.periods.map(words.period), axisLabel: { color: ink }, axisLine: { lineStyle: { color: line } } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: ink, formatter: '{value}%' }, splitLine: { lineStyle: { color: line } } },
    series: table.lines.map((each, index) => ({
      type: 'line',
      name: each.name,
      connectNulls: false,
      symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
      symbolSize: 8,
      lineStyle: { type: STROKES[index % STROKES.length] ?? 'solid', width: index === 0 ? 3 : 2 },
      color: style.getPropertyValue(COLOURS[index % COLOURS.length] ?? '--primary'),
      // A month that is not over has a hollow mark.
      data: each.cells.map((cell, at) => ({
        value: cell === null || cell.expected === 0 ? '-' : Math.round((1_000 * partOf(cell, rate)) / cell.expected) / 10,
        ...(table.open.has(table.periods[at] ?? '') ? { itemStyle: { color: style.getPropertyValue('--surface'), borderWidth: 2, borderColor: style.getPropertyValue(COLOURS[index % COLOURS.length] ?? '--primary') } } : {}),
      })),
    })),
  }
}
