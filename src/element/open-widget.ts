import { mount, unmount } from 'svelte';
import type { Failure } from '../contract/failure.ts';
import { asFailure } from '../contract/failure.ts';
import { formatQuery } from '../contract/query.ts';
import { displayScale } from '../engine/diffusion/forward.ts';
import { handleKey, Playground } from '../features/playground/index.ts';
import { blobOf, enlarged } from '../kit/paint/picture-file.ts';
import { palettes } from '../kit/paint/picture.ts';
import type { Remembered } from '../kit/preferences/remembered.ts';
import { Preferences } from '../kit/preferences/preferences.svelte.ts';
import type { BlobOptions, Emit, FrameData } from './api.ts';
import ElementView from './ElementView.svelte';
import type { Attributes } from './names.ts';
import { QuietMotion } from './quiet-motion.ts';
import { readAttributes } from './read-attributes.ts';
import { borrowSession, giveBackSession } from './sessions.ts';
import { styledBy } from './styled-by.ts';
import { WidgetState } from './widget-state.svelte.ts';
import '../kit/styles/base.css';
import '../kit/styles/range.css';
import './host.css';

export interface Place {
  readonly place: HTMLElement;
  /** Where the built files lie, with a slash at the end. */
  readonly home: string;
  readonly attributes: Attributes;
  /** Wanted ones, the most wanted first. */
  readonly languages: readonly string[];
  readonly emit: Emit;
}

/** A widget that is open: what the element's methods act on. */
export interface OpenWidget {
  readonly playground: Playground;
  run(): Promise<void>;
  toBlob(type: string, options: BlobOptions): Promise<Blob>;
  frames(): readonly FrameData[];
  /** On screen or not: what is not seen does not play, and does not start. */
  see(seen: boolean): void;
  /** Takes changed attributes. @returns false where the widget has to be opened anew for them */
  update(attributes: Attributes, languages: readonly string[]): boolean;
  close(): void;
}

/** A setting of this widget alone: another page's visitor is asked nothing, and nothing is kept. */
const forgotten = (): Remembered => ({ get: () => null, set: () => undefined });
const themes = ['system', 'light', 'dark'] as const;
let opened = 0;

/** @throws Failure where the model's manifest does not arrive */
export async function openWidget({ place, home, attributes, languages, emit }: Place): Promise<OpenWidget> {
  const preferences = new Preferences(forgotten);
  const [asked] = await Promise.all([
    readAttributes(attributes),
    // Where a language does not arrive, the widget says what little it says in English.
    preferences.language.use(languages).catch(() => undefined),
    styledBy(place, `${home}diffusion-playground.css`),
  ]);
  const session = borrowSession(asked.backend);
  const motion = new QuietMotion(preferences.motion, attributes.autoplay !== undefined);
  opened += 1;
  const playground = new Playground(session, asked.entry, asked.recipe, { motion, lane: `element-${opened}` });
  const state = new WidgetState(playground, asked.parts, emit);
  const { player } = playground;
  let current = attributes;
  let goesOn = false;
  report(asked.failures);
  applySettings(attributes);
  const view = mount(ElementView, { target: place, props: { state, preferences, home } });
  place.addEventListener('keydown', (event) => handleKey(event, playground, () => undefined, preferences));
  place.addEventListener('pointerdown', () => motion.wake());

  function report(failures: readonly Failure[]): void {
    for (const failure of failures) {
      playground.notices.add(failure);
      state.tell(failure);
    }
  }

  function applySettings({ theme, loop }: Attributes): void {
    preferences.theme.chosen = themes.find((known) => known === theme) ?? 'system';
    player.loop = loop !== undefined;
  }

  /** Recipe and model as the attributes now say. */
  async function reread(attributes: Attributes): Promise<void> {
    try {
      const again = await readAttributes(attributes);
      if (attributes !== current) return;
      playground.notices.list = [];
      report(again.failures);
      state.parts = again.parts;
      if (formatQuery(again.recipe) === formatQuery(playground.recipe)) return;
      if (again.entry === playground.model) playground.edit(again.recipe);
      else playground.open(again.entry, again.recipe);
    } catch (error) {
      if (attributes === current) report([asFailure(error)]);
    }
  }

  return {
    playground,
    run: () => {
      motion.wake();
      return state.nextRun(() =>
        playground.phase.name === 'waiting' ? void playground.start() : playground.denoise(),
      );
    },
    toBlob: (type, { scale = 8 }) => picture(playground, preferences, type, scale),
    frames: () =>
      (playground.shown?.frames ?? []).map(({ index, level, x, x0 }) => ({
        index,
        alpha: level.alpha,
        sigma: level.sigma,
        shape: [...x.shape],
        x: x.data.slice(),
        x0: x0.data.slice(),
      })),
    see(seen) {
      if (!seen) {
        goesOn = player.playing;
        return player.pause();
      }
      if (playground.phase.name === 'waiting') void playground.start();
      else if (goesOn) player.play();
    },
    update(attributes, languages) {
      if (attributes.src !== current.src || attributes.backend !== current.backend) return false;
      current = attributes;
      applySettings(attributes);
      preferences.language.use(languages).catch(() => undefined);
      void reread(attributes);
      return true;
    },
    close() {
      playground.dispose();
      giveBackSession(asked.backend);
      void unmount(view);
    },
  };
}

/** The picture on show, its pixels kept hard. */
async function picture(playground: Playground, { theme }: Preferences, type: string, scale: number): Promise<Blob> {
  const {
    lanes: { scene },
    model,
  } = playground;
  if (scene === null) throw new Error('there is no picture yet');
  const { x, level } = scene;
  const range = displayScale(level, model.manifest.prediction.sigmaData);
  const palette = theme.dark ? palettes.dark : palettes.light;
  return blobOf(enlarged(x, range, palette, Math.min(64, Math.max(1, scale))), type);
}
