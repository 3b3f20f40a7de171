import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** A file, drawn by the browser itself: a black bar on white, wider than high. */
async function drawing(visitor: PlaygroundPage): Promise<Buffer> {
  const bytes = await visitor.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 560;
    canvas.height = 280;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 560, 280);
    context.fillStyle = '#000';
    // In the middle, and one that the square leaves out.
    context.fillRect(260, 40, 40, 200);
    context.fillRect(20, 40, 40, 200);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    return [...new Uint8Array(await blob!.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A black picture of so many pixels along each side: one bit each, so that it is a small file. */
function flatPng(edge: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(edge * (1 + edge / 8)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** The sum of a PNG's chunk. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Mean brightness of the painted columns of the picture now, 0 to 255. */
async function columns(visitor: PlaygroundPage): Promise<number[]> {
  const pixels = await visitor.pixels();
  return Array.from({ length: 28 }, (_, x) => {
    const values = Array.from({ length: 28 }, (_, y) => pixels[4 * (28 * y + x)]!);
    return values.reduce((sum, value) => sum + value, 0) / 28;
  });
}

const upload = (visitor: PlaygroundPage, name: string, buffer: Buffer) =>
  visitor.page.locator('input[accept="image/*"]').setInputFiles({ name, mimeType: 'image/png', buffer });

describe('a picture of one’s own', () => {
  it('is noised: cropped to its middle, ink on paper turned into what the digits are made of, and inverted at will', async () => {
    const visitor = await (
      await (await stage.visitor({ colorScheme: 'light' })).open('?model=digits&steps=8')
    ).whenLive();
    await visitor.page.getByRole('button', { name: '← forward' }).click();
    expect(await visitor.page.getByRole('radio', { name: 'your own' }).isDisabled()).toBe(true);
    await upload(visitor, 'bar.png', await drawing(visitor));
    await expect.poll(() => visitor.page.getByRole('radio', { name: 'your own' }).isChecked()).toBe(true);
    // At the clean end, where it is the picture itself: ink on paper in the light theme.
    await expect.poll(() => visitor.step()).toBe(8);
    const asInk = await columns(visitor);
    expect(asInk[1]).toBeGreaterThan(245);
    expect(asInk[13]).toBeLessThan(120);
    await visitor.page.getByRole('button', { name: 'Invert' }).click();
    await expect.poll(async () => (await columns(visitor))[1]).toBeLessThan(60);
    await visitor.page.keyboard.press('Home');
    await expect
      .poll(async () => Math.abs((await columns(visitor))[1]! - (await columns(visitor))[13]!))
      .toBeLessThan(90);
    // Nothing of it went over the line.
    expect(stage.site.answers.every(({ path }) => !path.includes('bar'))).toBe(true);
    expect(stage.complaints).toEqual([]);
  });

  it('that is none is refused, by name and with what is accepted; the next one clears the message', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=8')).whenLive();
    await visitor.page.getByRole('button', { name: '← forward' }).click();
    await upload(visitor, 'notes.txt', Buffer.from('not a picture'));
    await visitor.messages.getByText(/“notes\.txt” could not be read.*PNG, JPEG, WebP/).waitFor();
    expect(await visitor.page.getByRole('radio', { name: 'a training picture' }).isChecked()).toBe(true);
    await upload(visitor, 'bar.png', await drawing(visitor));
    await expect.poll(() => visitor.messages.innerText()).toBe('');
  });

  it('that is huge does not stop the page, and one that is larger than can be held is refused with the limit', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=8')).whenLive();
    await visitor.page.evaluate(() => {
      const gaps = Object.assign(globalThis, { longest: 0 });
      let before = performance.now();
      const tick = (now: number) => {
        gaps.longest = Math.max(gaps.longest, now - before);
        before = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await visitor.page.getByRole('button', { name: '← forward' }).click();
    await upload(visitor, 'wall.png', flatPng(12_000));
    await expect.poll(() => visitor.page.getByRole('radio', { name: 'your own' }).isChecked()).toBe(true);
    // It took the page 4 s; decoding beside it still shares the machine.
    const longest = await visitor.page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    expect(longest).toBeLessThan(1500);
    await upload(visitor, 'globe.png', flatPng(20_000));
    await visitor.messages.getByText(/globe\.png.*268 million pixels/).waitFor();
  });

  it('can be dropped, wherever the page is', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=8')).whenLive();
    const transfer = await visitor.page.evaluateHandle(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'bar.png', { type: 'image/png' }));
        return data;
      },
      [...(await drawing(visitor))],
    );
    await visitor.page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    await visitor.page.getByText('Drop a picture').waitFor();
    await visitor.page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await expect.poll(() => visitor.page.getByRole('radio', { name: 'your own' }).isChecked()).toBe(true);
    expect(await visitor.page.getByText('Drop a picture').count()).toBe(0);
  });
});

it('the raw scale lets high noise saturate, and is remembered', async () => {
  const visitor = await (await (await stage.visitor()).open('?steps=8&sampler=euler')).whenLive();
  const raw = visitor.page.getByRole('button', { name: 'raw scale' });
  const full = async () => {
    const pixels = await visitor.pixels();
    const values = pixels.filter((_, i) => i % 4 === 0);
    const ends = [Math.min(...values), Math.max(...values)];
    return values.filter((value) => ends.includes(value)).length / values.length;
  };
  await visitor.page.keyboard.press('Home');
  expect(await full()).toBeLessThan(0.5);
  await raw.click();
  await expect.poll(full).toBeGreaterThan(0.9);
  await (await visitor.open('?steps=8&sampler=euler')).whenLive();
  expect(await raw.getAttribute('aria-pressed')).toBe('true');
  expect(visitor.query.has('raw')).toBe(false);
});
