// timeline.ts: how many events on which day, from right to left where that is the way of reading. A stretch that is
// drawn with the mouse filters; by keyboard the fields of days do the same.
import uPlot from 'uplot';
import type { DaysAnswer } from './api';
import { h } from './dom';
import { digits, number, rtl, t } from './i18n';

const DAY = 86400;
const MOST_BARS = 200;

const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayOf = (s: number): string => new Date(s * 1000).toISOString().slice(0, 10);

export class Timeline {
  readonly element: HTMLElement;
  private readonly box = h('div', { class: 'plot', role: 'img' });
  private plot: uPlot | null = null;
  private width = 1; // days of a bar
  private range: [number, number] = [0, 1]; // seconds
  private waiting: DaysAnswer | null = null; // until the box has a size

  constructor(private readonly choose: (from: string, to: string) => void) {
    this.element = h('figure', { class: 'timeline', dir: 'ltr' }, this.box);
    new ResizeObserver(() => {
      if (this.waiting !== null) this.show(this.waiting);
      else this.plot?.setSize({ width: this.box.clientWidth, height: this.box.clientHeight });
    }).observe(this.box);
  }

  show(answer: DaysAnswer): void {
    this.waiting = this.box.clientWidth === 0 ? answer : null;
    if (this.waiting !== null) return;
    const known = answer.days.filter(([day]) => Number.isFinite(seconds(day)));
    const first = known[0]?.[0] ?? '';
    const last = known[known.length - 1]?.[0] ?? '';
    const total = known.reduce((sum, d) => sum + d[1], 0);
    this.box.setAttribute('aria-label', known.length === 0 ? t('nothing') : t('timeline_label', { n: total, first, last }));
    if (known.length === 0) {
      this.plot?.destroy();
      this.plot = null;
      return;
    }
    this.width = Math.max(1, Math.ceil((seconds(last) - seconds(first)) / DAY / MOST_BARS));
    const sums = new Map<number, number>();
    for (const [day, n] of known) {
      const bar = seconds(first) + Math.floor((seconds(day) - seconds(first)) / DAY / this.width) * this.width * DAY;
      sums.set(bar, (sums.get(bar) ?? 0) + n);
    }
    const at = [...sums.keys()].sort((a, b) => a - b);
    const pad = Math.max(this.width * DAY, ((at[at.length - 1]! - at[0]!) || DAY * 10) * 0.02);
    this.range = [at[0]! - pad, at[at.length - 1]! + this.width * DAY + pad];
    const bars: uPlot.AlignedData = [at, at.map((bar) => sums.get(bar) ?? 0)];
    if (this.plot === null) {
      this.plot = new uPlot(this.options(), bars, this.box);
    } else {
      this.plot.setData(bars);
      this.plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
  }

  private options(): uPlot.Options {
    const style = getComputedStyle(this.element);
    const ink = style.getPropertyValue('--dim');
    const grid = { stroke: style.getPropertyValue('--line'), width: 1 };
    const font = '11px "Console", system-ui, sans-serif';
    return {
      width: this.box.clientWidth,
      height: this.box.clientHeight,
      tzDate: (s) => uPlot.tzDate(new Date(s * 1000), 'UTC'),
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false } },
      scales: {
        x: { time: true, dir: rtl() ? -1 : 1, range: () => this.range },
        y: { range: (_u, _min, max) => [0, Math.max(1, max * 1.1)] },
      },
      axes: [
        { stroke: ink, grid: { show: false }, ticks: grid, font, values: (_u, splits) => splits.map((s) => digits(dayOf(s))), space: 90 },
        { stroke: ink, grid, ticks: { show: false }, font, side: rtl() ? 1 : 3, size: 40, values: (_u, splits) => splits.map((n) => (Number.isInteger(n) ? number(n) : '')) },
      ],
      series: [{}, {
        fill: style.getPropertyValue('--accent'),
        stroke: style.getPropertyValue('--accent'),
        width: 0,
        paths: uPlot.paths.bars!({ size: [0.9, 24, 2], align: rtl() ? -1 : 1 }),
        points: { show: false },
      }],
      hooks: {
        setSelect: [(u) => {
          if (u.select.width < 3) return;
          const ends = [u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x')].sort((a, b) => a - b);
          this.choose(dayOf(ends[0]!), dayOf(ends[1]!));
        }],
      },
    };
  }
}
