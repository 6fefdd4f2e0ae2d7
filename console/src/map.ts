// map.ts: events on a map that is drawn here, without a server of tiles. Borders and points are projected once;
// moving and zooming only turn the canvas's own matrix.
import { geoPath, geoTransform, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { get, type MapAnswer, type Point } from './api';
import { button, h } from './dom';
import { country, number, rtl, t } from './i18n';

const UNIT = 100; // of the projection: a radian
const CELL = 30; // pixels in which points become one
const RING_KM = [0, 0, 25, 40, 90, 200]; // by the precision of a place; beyond it a country, without a ring
const EARTH_KM = 6371;

interface Spot {
  x: number;
  y: number;
  events: number;
  points: Point[];
}

type Pick = (points: Point[]) => void;
type Topology = Parameters<typeof mesh>[0];

/** Mercator's projection. What is drawn here is cut at the date line already, so nothing has to be clipped. */
const RADIAN = Math.PI / 180;
const projected = (lon: number, lat: number): [number, number] =>
  [UNIT * lon * RADIAN, -UNIT * Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * RADIAN) / 2))];
const mercator = geoTransform({ point(lon, lat) { this.stream.point(...projected(lon, lat)); } });

function pathOf(shape: unknown): Path2D {
  const path = new Path2D();
  geoPath(mercator, path as unknown as GeoContext)(shape as GeoPermissibleObjects);
  return path;
}

let borders: Promise<{ land: Path2D; lines: Path2D }> | null = null;

function readBorders(): Promise<{ land: Path2D; lines: Path2D }> {
  borders ??= get<Topology>('/map.json').then((world) => {
    const countries = world.objects['countries']!;
    return { land: pathOf(feature(world, countries)), lines: pathOf(mesh(world, countries as never, (a, b) => a !== b)) };
  });
  return borders;
}

/** Provinces are read when somebody comes near enough to see them. */
const NEAR = 9; // of zoom: lines
const NEARER = 18; // names
interface Regions { lines: Path2D; names: [ar: string, en: string, x: number, y: number][] }
let regions: Promise<Regions> | null = null;

function readRegions(): Promise<Regions> {
  regions ??= get<Topology & { names: [string, string, number, number][] }>('/regions.json').then((all) => ({
    lines: pathOf(feature(all, all.objects['lines']!)),
    names: all.names.map(([ar, en, lon, lat]) => [ar, en, ...projected(lon, lat)]),
  }));
  return regions;
}

/** Country names with their place on the map. */
const lands = (): [iso: string, x: number, y: number][] => Object.entries(COUNTRIES).map(([iso, c]) => [iso, ...projected(c[3], c[2])]);

export class EventMap {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { tabindex: 0, role: 'img' });
  private readonly context = this.canvas.getContext('2d')!;
  private readonly tip = h('p', { class: 'tip', role: 'status', 'aria-live': 'polite' });
  private drawn: { land: Path2D; lines: Path2D } | null = null;
  private regions: Regions | null = null;
  private readonly lands = lands();
  private hovered: Spot | null = null;
  private points: Point[] = [];
  private chosen = '';
  private spots: Spot[] = [];
  private spotsAt = 0; // the zoom that `spots` were made for
  private k = 1;
  private x = 0; // where the middle of the projection lies on the canvas
  private y = 0;
  private frame = 0;
  private moved = false;

  constructor(private readonly pick: Pick, private readonly label: (p: Point) => Promise<string>) {
    this.element = h('figure', { class: 'map', dir: 'ltr' },
      this.canvas,
      h('div', { class: 'zoom' },
        button('+', () => this.zoom(1.6), { 'aria-label': t('zoom_in') }),
        button('−', () => this.zoom(1 / 1.6), { 'aria-label': t('zoom_out') }),
        button('⤢', () => this.fit(), { 'aria-label': t('fit') })),
      this.tip,
      h('figcaption', { dir: 'auto' }, t('borders')));
    this.listen();
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    void readBorders().then((drawn) => {
      this.drawn = drawn;
      this.draw();
    }, () => undefined); // without borders the points are there still
  }

  show(answer: MapAnswer, chosen: string): void {
    const first = this.points.length === 0;
    this.points = answer.points;
    this.chosen = chosen;
    this.spotsAt = 0;
    const n = answer.points.reduce((sum, p) => sum + p[3], 0);
    this.canvas.setAttribute('aria-label', t('map_label', { n, places: answer.points.length }));
    if (first) this.fit();
    else this.draw();
  }

  private at(p: Point): [number, number] {
    return projected(p[1], p[0]);
  }

  private resize(): void {
    const ratio = window.devicePixelRatio;
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0) return;
    this.canvas.width = Math.round(clientWidth * ratio);
    this.canvas.height = Math.round(clientHeight * ratio);
    this.fit();
  }

  private fit(): void {
    const { clientWidth: w, clientHeight: hh } = this.canvas;
    const near = this.points.length > 0 ? this.points.map((p) => this.at(p)) : [projected(-20, 5), projected(75, 42)];
    const xs = near.map((c) => c[0]);
    const ys = near.map((c) => c[1]);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.k = Math.max(1, Math.min(40, (w - 60) / Math.max(x1 - x0, 1), (hh - 60) / Math.max(y1 - y0, 1)));
    this.x = w / 2 - (this.k * (x0 + x1)) / 2;
    this.y = hh / 2 - (this.k * (y0 + y1)) / 2;
    this.draw();
  }

  private zoom(by: number, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2): void {
    const k = Math.max(0.8, Math.min(400, this.k * by));
    this.x = x - ((x - this.x) * k) / this.k;
    this.y = y - ((y - this.y) * k) / this.k;
    this.k = k;
    this.draw();
  }

  private cluster(): void {
    if (this.spotsAt === this.k) return;
    const cells = new Map<number, Spot>();
    for (const p of this.points) {
      const [x, y] = this.at(p);
      const key = Math.floor((x * this.k) / CELL) * 0x100000 + Math.floor((y * this.k) / CELL);
      const spot = cells.get(key);
      if (spot === undefined) {
        cells.set(key, { x, y, events: p[3], points: [p] });
      } else {
        spot.events += p[3];
        spot.points.push(p);
      }
    }
    this.spots = [...cells.values()];
    this.spotsAt = this.k;
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const c = this.context;
    const style = getComputedStyle(this.element);
    const color = (name: string): string => style.getPropertyValue(name);
    const ratio = window.devicePixelRatio;
    this.cluster();
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.fillStyle = color('--sea');
    c.fillRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.drawn !== null) {
      c.setTransform(ratio * this.k, 0, 0, ratio * this.k, ratio * this.x, ratio * this.y);
      c.fillStyle = color('--land');
      c.fill(this.drawn.land);
      c.strokeStyle = color('--border');
      if (this.k >= NEAR) this.paintRegions();
      c.lineWidth = 0.8 / this.k;
      c.stroke(this.drawn.lines);
    }
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.paintNames(color('--dim'));
    for (const spot of this.spots) this.paintSpot(spot, color('--accent'), color('--paper'));
  }

  private paintRegions(): void {
    if (this.regions === null) {
      void readRegions().then((read) => {
        this.regions = read;
        this.draw();
      }, () => undefined);
      return;
    }
    const c = this.context;
    c.lineWidth = 0.5 / this.k;
    c.setLineDash([3 / this.k, 2 / this.k]);
    c.stroke(this.regions.lines);
    c.setLineDash([]);
  }

  /** Countries first, then provinces; a name that would lie on another is left out. */
  private paintNames(ink: string): void {
    const c = this.context;
    if (this.k < 2) return;
    c.textAlign = 'center';
    c.direction = rtl() ? 'rtl' : 'ltr';
    c.fillStyle = ink;
    const { clientWidth: w, clientHeight: hh } = this.canvas;
    const taken: [number, number, number][] = [];
    const put = (text: string, x: number, y: number): void => {
      const [sx, sy] = [x * this.k + this.x, y * this.k + this.y];
      if (sx < 0 || sy < 0 || sx > w || sy > hh) return;
      const half = text.length * 3.5;
      if (taken.some(([tx, ty, th]) => Math.abs(tx - sx) < th + half && Math.abs(ty - sy) < 15)) return;
      taken.push([sx, sy, half]);
      c.fillText(text, sx, sy);
    };
    c.font = '600 12px "Console", system-ui, sans-serif';
    for (const [iso, x, y] of this.lands) put(country(iso), x, y);
    if (this.regions === null || this.k < NEARER) return;
    c.font = '11px "Console", system-ui, sans-serif';
    for (const [ar, en, x, y] of this.regions.names) put(rtl() ? ar : en, x, y);
  }

  private radius(spot: Spot): number {
    return Math.min(20, 5 + 2 * Math.log2(spot.events));
  }

  private paintSpot(spot: Spot, ink: string, paper: string): void {
    const c = this.context;
    const [sx, sy] = [spot.x * this.k + this.x, spot.y * this.k + this.y];
    const [w, hh] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (sx < -50 || sy < -50 || sx > w + 50 || sy > hh + 50) return;
    const one = spot.points.length === 1 ? spot.points[0]! : null;
    const km = one === null ? 0 : (RING_KM[one[2]] ?? 0);
    c.strokeStyle = ink;
    c.lineWidth = 1;
    if (one !== null && km > 0) {
      c.setLineDash(one[2] > 2 ? [4, 4] : []);
      c.beginPath();
      c.arc(sx, sy, ((km * UNIT) / EARTH_KM / Math.cos((one[0] * Math.PI) / 180)) * this.k, 0, 7);
      c.stroke();
      c.setLineDash([]);
    }
    const chosen = spot.points.some((p) => p[4] !== null && p[4] === this.chosen);
    const r = this.radius(spot);
    c.beginPath();
    if (one !== null && one[2] > 5) c.rect(sx - r, sy - r, 2 * r, 2 * r); // a whole country: a square
    else c.arc(sx, sy, r, 0, 7);
    c.globalAlpha = 0.82;
    c.fillStyle = ink;
    c.fill();
    c.globalAlpha = 1;
    c.strokeStyle = paper;
    c.lineWidth = chosen ? 4 : 1.5;
    c.stroke();
    if (spot.events > 1) {
      c.font = '600 11px "Console", system-ui, sans-serif';
      c.textAlign = 'center';
      c.fillStyle = paper;
      c.fillText(number(spot.events), sx, sy + 4);
    }
  }

  private spotAt(x: number, y: number): Spot | null {
    let best: Spot | null = null;
    let nearest = 18;
    for (const spot of this.spots) {
      const d = Math.hypot(spot.x * this.k + this.x - x, spot.y * this.k + this.y - y);
      if (d < nearest) [best, nearest] = [spot, d];
    }
    return best;
  }

  private hover(x: number, y: number): void {
    const spot = this.spotAt(x, y);
    this.canvas.classList.toggle('over', spot !== null);
    if (spot === this.hovered) return;
    this.hovered = spot;
    this.tip.textContent = spot === null ? '' : t('cluster', { n: spot.events, places: spot.points.length });
    if (spot === null || spot.points.length > 3) return;
    void Promise.all(spot.points.map(async (p) => `${await this.label(p)}: ${t('events_n', { n: p[3] })}`)).then((lines) => {
      if (this.hovered === spot) this.tip.textContent = lines.join(' · ');
    });
  }

  private click(x: number, y: number): void {
    const spot = this.spotAt(x, y);
    if (spot === null) return;
    if (spot.points.length > 1 && this.k < 300) this.zoom(2.5, x, y);
    else this.pick(spot.points);
  }

  private listen(): void {
    const canvas = this.canvas;
    canvas.addEventListener('pointerdown', (e) => {
      canvas.setPointerCapture(e.pointerId);
      this.moved = false;
    });
    canvas.addEventListener('pointermove', (e) => {
      if (canvas.hasPointerCapture(e.pointerId)) {
        this.moved ||= Math.abs(e.movementX) + Math.abs(e.movementY) > 2;
        this.x += e.movementX;
        this.y += e.movementY;
        this.draw();
      } else {
        this.hover(e.offsetX, e.offsetY);
      }
    });
    canvas.addEventListener('pointerup', (e) => {
      if (!this.moved) this.click(e.offsetX, e.offsetY);
    });
    canvas.addEventListener('wheel', (e) => {
      e.preventDefault();
      this.zoom(e.deltaY < 0 ? 1.25 : 0.8, e.offsetX, e.offsetY);
    }, { passive: false });
    canvas.addEventListener('keydown', (e) => {
      const step = 60;
      const moves: Record<string, [number, number]> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      const move = moves[e.key];
      if (move !== undefined) {
        this.x += move[0];
        this.y += move[1];
        this.draw();
      } else if (e.key === '+' || e.key === '-') {
        this.zoom(e.key === '+' ? 1.6 : 1 / 1.6);
      } else {
        return;
      }
      e.preventDefault();
    });
  }
}
