import type { BlobOptions, DiffusionPlaygroundEvents, Emit, FrameData } from './api.ts';
import { asFailure } from '../contract/failure.ts';
import { frame } from './frame.ts';
import { attributeOf, attributesOf, flags, names, type Name } from './names.ts';
import type { OpenWidget } from './open-widget.ts';
import { wordsIn } from './start-words.ts';

export type * from './api.ts';

const posters = import.meta.glob<string>('../../models/*/poster.png', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
});

/** Where this file lies, and beside it the styles and the whole playground. */
const home = import.meta.url.replace(/[^/]*$/, '');

/** Milliseconds after which an element that was taken out of its page gives back what it holds: until then it may be on its way to another place. */
const beforeClosing = 1000;

/**
 * `<diffusion-playground model="digits" label="7">`: a playground in anybody's page. This file is all that loads before
 * the element is seen: it shows a poster, and fetches runtime and weights when it is seen, or when it is clicked.
 * Its attributes are the recipe's fields by the names of links, and settings; each is a property too. docs/embed.md says
 * what they do. The loop below defines the properties, the interface of the same name says which they are.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class DiffusionPlayground extends HTMLElement {
  static readonly observedAttributes = [...names.map(attributeOf), 'lang'];
  #widget: Promise<OpenWidget> | null = null;
  #seen = false;
  #closing: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  /** The last try to open it failed. */
  #failed = false;
  /** Who asked for something before the element was in a page. */
  #waiting: (() => void)[] = [];
  readonly #observer = new IntersectionObserver((entries) => this.#see(entries.at(-1)?.isIntersecting ?? false));

  connectedCallback(): void {
    clearTimeout(this.#closing);
    if (this.shadowRoot === null) this.#build();
    this.#showPoster();
    this.#observer.observe(this);
    for (const goOn of this.#waiting.splice(0)) goOn();
    if (this.loading === 'eager' && this.reveal !== 'interaction') void this.#open().catch(() => undefined);
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    this.#see(false);
    this.#closing = setTimeout(() => this.#close(), beforeClosing);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.shadowRoot === null || this.#changed) return;
    // Frameworks set one attribute after the other: they are read when all of them are there.
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      void this.#follow();
    });
  }

  /** Denoises from the noise on. Settles when the run is complete; rejects with a Failure when it cannot be. */
  async run(): Promise<void> {
    return (await this.#open()).run();
  }

  async pause(): Promise<void> {
    (await this.#open()).playground.player.pause();
  }

  /** So many frames on, or back. */
  async step(count = 1): Promise<void> {
    const { player } = (await this.#open()).playground;
    player.seek(player.index + count);
  }

  /** To a frame: 0 is noise, the number of steps the finished picture. */
  async seek(index: number): Promise<void> {
    (await this.#open()).playground.player.seek(index);
  }

  /** The picture that is shown, as a file. Rejects where there is none yet. */
  async toBlob(type = 'image/png', options: BlobOptions = {}): Promise<Blob> {
    return (await this.#open()).toBlob(type, options);
  }

  /** The frames of the run that is shown, as many as are there. */
  async getFrames(): Promise<readonly FrameData[]> {
    return (await this.#open()).frames();
  }

  get #languages(): readonly string[] {
    return [this.closest('[lang]')?.getAttribute('lang') ?? '', ...navigator.languages];
  }

  readonly #emit: Emit = (name, detail) => {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  };

  #build(): void {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(frame);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = `<div class="stage" part="stage">
        <button class="poster" part="poster"><slot name="poster"><img alt="" hidden></slot><span part="start"></span></button>
        <div class="widget" part="widget" hidden></div>
        <div role="alert" class="failed" hidden><slot name="fallback"></slot></div>
      </div><slot name="caption"></slot>`;
    this.#part('.poster').addEventListener('click', () => void this.#open().catch(() => undefined));
  }

  #part<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    return this.shadowRoot?.querySelector(selector) as Kind;
  }

  #showPoster(): void {
    const words = wordsIn(this.#languages);
    this.#part('[part=start]').textContent = words.start;
    this.#part('slot[name=fallback]').textContent = words.failed;
    const image = this.#part<HTMLImageElement>('.poster img');
    const model = this.model ?? new URLSearchParams(this.recipe ?? '').get('model') ?? 'portraits';
    const src = this.poster ?? posters[`../../models/${model}/poster.png`] ?? '';
    image.hidden = src === '';
    if (src !== '') image.src = src;
    this.#part<HTMLButtonElement>('.poster').disabled = this.reveal !== 'interaction' && !this.#failed;
  }

  #see(seen: boolean): void {
    this.#seen = seen;
    if (this.#widget !== null) void this.#widget.then((widget) => widget.see(this.#seen)).catch(() => undefined);
    else if (seen && this.reveal !== 'interaction') void this.#open().catch(() => undefined);
  }

  #open(): Promise<OpenWidget> {
    return (this.#widget ??= this.#opened());
  }

  async #opened(): Promise<OpenWidget> {
    if (!this.isConnected) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const place = this.#part('.widget');
    try {
      const { openWidget } = await import('./open-widget.ts');
      const widget = await openWidget({
        place,
        home,
        attributes: attributesOf(this),
        languages: this.#languages,
        emit: this.#emit,
      });
      place.hidden = false;
      this.#part('.poster').hidden = true;
      this.#part('.failed').hidden = true;
      this.#failed = false;
      widget.see(this.#seen);
      return widget;
    } catch (error) {
      this.#widget = null;
      this.#failed = true;
      this.#part('.failed').hidden = false;
      // A poster that can be clicked is the way to try again.
      this.#part<HTMLButtonElement>('.poster').disabled = false;
      const { code, detail, message } = asFailure(error);
      this.#emit('error', { code, detail, message });
      throw error;
    }
  }

  /** Takes changed attributes into the widget, or opens it anew where it cannot take them or did not open. */
  async #follow(): Promise<void> {
    this.#showPoster();
    if (this.#widget === null && !this.#failed) return;
    const widget = await this.#widget?.catch(() => null);
    if (widget?.update(attributesOf(this), this.#languages) === true) return;
    this.#close();
    await this.#open().catch(() => undefined);
  }

  #close(): void {
    const { shadowRoot } = this;
    if (this.#widget === null || shadowRoot === null) return;
    void this.#widget.then((widget) => widget.close()).catch(() => undefined);
    this.#widget = null;
    this.#part('.widget').replaceWith(
      Object.assign(document.createElement('div'), { className: 'widget', hidden: true }),
    );
    this.#part('.widget').part.add('widget');
    this.#part('.poster').hidden = false;
  }
}

/** Every attribute as a property of text, or true and false. */
for (const name of names) {
  const attribute = attributeOf(name);
  Object.defineProperty(DiffusionPlayground.prototype, name, {
    enumerable: true,
    configurable: true,
    get(this: HTMLElement) {
      return flags.includes(name) ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(this: HTMLElement, value: string | number | boolean | null | undefined) {
      if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : String(value));
    },
  });
}

type Flag = 'autoplay' | 'loop' | 'zeroTerminalSnr';
type Properties = Record<Exclude<Name, Flag>, string | null> & Record<Flag, boolean>;

// What the loop above defines, for readers and compilers.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface DiffusionPlayground extends Properties {
  addEventListener<Type extends keyof DiffusionPlaygroundEvents>(
    type: Type,
    listener: (this: DiffusionPlayground, event: DiffusionPlaygroundEvents[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'diffusion-playground': DiffusionPlayground;
  }
}

// Two copies of this file on a page are one element.
if (customElements.get('diffusion-playground') === undefined) {
  customElements.define('diffusion-playground', DiffusionPlayground);
}
