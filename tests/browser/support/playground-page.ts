import type { Locator, Page } from 'playwright-core';
import type { Site } from '../../tools/site.mjs';

/** The playground as a visitor meets it: by the names and roles of what is on the page. */
export class PlaygroundPage {
  readonly denoise: Locator;
  /** Takes the place of Denoise while a run takes long. */
  readonly stop: Locator;
  readonly newSeed: Locator;
  readonly seed: Locator;
  readonly position: Locator;
  readonly messages: Locator;
  readonly retry: Locator;
  /** The word that stands where the numbers come from a run made here and now. */
  readonly live: Locator;
  readonly picture: Locator;

  constructor(
    readonly page: Page,
    private readonly site: Site,
  ) {
    this.denoise = page.getByRole('button', { name: 'Denoise' });
    this.stop = page.getByRole('button', { name: 'Stop' });
    this.newSeed = page.getByRole('button', { name: 'New seed' });
    this.seed = page.getByRole('textbox', { name: 'seed' });
    this.position = page.getByRole('slider', { name: 'Step', exact: true });
    this.messages = page.getByRole('alert', { name: 'Messages' });
    this.retry = this.messages.getByRole('button', { name: 'Try again' });
    this.live = page.getByText('live', { exact: true });
    this.picture = page.getByRole('region', { name: 'The picture' }).getByRole('img').first();
  }

  /** Goes to a page of the site. @param address for example '?seed=7' or 'embed.html' */
  async open(address = ''): Promise<this> {
    await this.page.goto(this.site.url(address));
    return this;
  }

  /** Waits until a run made here is on show, to its end. */
  async whenLive(): Promise<this> {
    await this.page.getByText(/ms a step/).waitFor();
    return this;
  }

  digit(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** Clicks a digit; its label lies over the radio button. */
  choose(digit: string): Promise<void> {
    return this.page.getByRole('group', { name: 'Digit' }).getByText(digit, { exact: true }).click();
  }

  /** The recipe in the address bar. */
  get query(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  /** The step under the playhead. */
  async step(): Promise<number> {
    return Number(await this.position.inputValue());
  }

  /** The pixels of the picture now, as they are painted. */
  pixels(): Promise<number[]> {
    return this.picture.evaluate((element) => {
      const canvas = element.querySelector('canvas')!;
      return [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data];
    });
  }
}
