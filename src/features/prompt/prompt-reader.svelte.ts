import type { Manifest } from '../../contract/manifest.ts';
import { formatWords } from '../../contract/words.ts';
import type { Asked } from './logic/chips.ts';
import { withKnowledge } from './logic/knowledge.ts';
import { lexiconOf, type Knowledge } from './logic/lexicon.ts';
import type { Note } from './logic/notes.ts';
import type { Understood } from './logic/understand.ts';

interface Source {
  readonly manifest: Manifest;
  readonly asked: Asked;
  /** The language of the page. */
  readonly language: string;
}

interface Said {
  /** What was asked of which model when it was said. */
  readonly of: string;
  readonly notes: readonly Note[];
  /** Nothing of the text was understood: what is asked for is still what the text before it said. */
  readonly unanswered: boolean;
}

const nothing: Said = { of: '', notes: [], unanswered: false };

/** Reads what is typed, and remembers what there is to say about it until anything else is asked for. */
export class PromptReader {
  #known = $state.raw<{ readonly model: string; readonly knowledge: Knowledge }>({ model: '', knowledge: {} });
  #said = $state.raw(nothing);
  readonly #knowledge = $derived.by(() =>
    this.#known.model === this.source().manifest.id ? this.#known.knowledge : {},
  );
  readonly lexicon = $derived.by(() => {
    const { manifest, language } = this.source();
    return lexiconOf(manifest.vocabulary, { ...this.#knowledge, language });
  });
  readonly #asked = $derived.by(() => {
    const { manifest, asked } = this.source();
    return [manifest.id, formatWords(asked.condition), formatWords(asked.negative)].join('|');
  });
  /** What was said of another prompt, or of another model, is said no longer. */
  readonly #current = $derived(this.#said.of === this.#asked ? this.#said : nothing);

  constructor(private readonly source: () => Source) {}

  get notes(): readonly Note[] {
    return this.#current.notes;
  }

  get unanswered(): boolean {
    return this.#current.unanswered;
  }

  /** Few visitors type at once: what reads text comes when the field is first used. */
  prepare(): void {
    void import('./logic/read-text.ts').catch(() => undefined);
  }

  /** Loads the names of words in the language of the page; without them they are named in English. */
  async loadNames(): Promise<void> {
    const { manifest, language } = this.source();
    if (language !== 'de') return;
    const knowledge = await withKnowledge(this.#knowledge, 'german', manifest.id).catch(() => this.#knowledge);
    if (this.source().manifest === manifest && knowledge !== this.#knowledge) {
      this.#known = { model: manifest.id, knowledge };
    }
  }

  /**
   * @returns null where another model has come meanwhile: the text was not meant for it
   * Rejects when what reads text cannot be loaded.
   */
  async read(text: string): Promise<Understood | null> {
    const { manifest } = this.source();
    const { readText } = await import('./logic/read-text.ts');
    const { id: model, vocabulary } = manifest;
    const { understood, knowledge } = await readText(text, { model, vocabulary, knowledge: this.#knowledge });
    if (this.source().manifest !== manifest) return null;
    if (knowledge !== this.#knowledge) this.#known = { model, knowledge };
    return understood;
  }

  /** Says something of what is asked for now. */
  say(notes: readonly Note[], unanswered = false): void {
    this.#said = { of: this.#asked, notes, unanswered };
  }

  forget(): void {
    this.#said = nothing;
  }
}
