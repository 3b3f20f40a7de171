import type { Manifest } from '../../contract/manifest.ts';
import type { DiffusionFrame } from '../../engine/diffusion/frame.ts';
import { displayScale } from '../../engine/diffusion/forward.ts';
import { download } from '../../kit/deliver.ts';
import { blobOf } from '../../kit/paint/picture-file.ts';
import { contextOf, drawInto, palettes } from '../../kit/paint/picture.ts';

interface Edge {
  readonly title: string;
  readonly values: readonly string[];
}

/** A grid with all of its labels. */
interface Sheet {
  readonly columns: Edge;
  readonly rows: Edge;
  /** Row by row. */
  readonly cells: readonly { readonly frame: DiffusionFrame | null; readonly note: string }[];
  /** What the picture is, and who made it. */
  readonly footer: string;
}

const [side, gap, margin, line] = [168, 12, 24, 22];
const font = 'system-ui, sans-serif';

/** Draws a grid as one picture and hands it to the visitor. @throws Error where the browser has no memory for it */
export async function saveGrid(sheet: Sheet, manifest: Manifest, dark: boolean): Promise<void> {
  const canvas = draw(sheet, manifest.prediction.sigmaData, dark);
  download(`grid-${manifest.id}.png`, 'image/png', await blobOf(canvas));
}

function draw({ columns, rows, cells, footer }: Sheet, sigmaData: number, dark: boolean): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const labelFont = `600 14px ${font}`;
  context.font = labelFont;
  const labelWidth = Math.ceil(
    Math.max(...[...rows.values, rows.title].map((text) => context.measureText(text).width)),
  );
  const left = margin + labelWidth + gap;
  const top = margin + 2 * line;
  const pitch = { x: side + gap, y: side + line + gap };
  canvas.width = left + columns.values.length * pitch.x - gap + margin;
  canvas.height = top + rows.values.length * pitch.y + line + margin;
  const [paper, ink, muted] = dark ? ['#141317', '#efedea', '#aaa49d'] : ['#fbfaf7', '#1c1b1e', '#625d57'];
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';

  const write = (text: string, x: number, y: number, align: CanvasTextAlign, most: number, small = false) => {
    context.font = small ? `12px ${font}` : labelFont;
    context.fillStyle = small ? muted : ink;
    context.textAlign = align;
    context.fillText(text, x, y, most);
  };
  write(columns.title, left, margin + line / 2, 'left', canvas.width - left - margin, true);
  write(rows.title, left - gap, top - line / 2, 'right', labelWidth, true);
  columns.values.forEach((text, i) => write(text, left + i * pitch.x + side / 2, top - line / 2, 'center', side));
  rows.values.forEach((text, i) => write(text, left - gap, top + i * pitch.y + side / 2, 'right', labelWidth));
  cells.forEach(({ frame, note }, i) => {
    const [x, y] = [
      left + (i % columns.values.length) * pitch.x,
      top + Math.floor(i / columns.values.length) * pitch.y,
    ];
    const palette = dark ? palettes.dark : palettes.light;
    if (frame !== null) {
      drawInto(context, frame.x, displayScale(frame.level, sigmaData), palette, { left: x, top: y, size: side });
    }
    write(note, x + side / 2, y + side + line / 2, 'center', side, true);
  });
  write(footer, margin, canvas.height - margin, 'left', canvas.width - 2 * margin, true);
  return canvas;
}
