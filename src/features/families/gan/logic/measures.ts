/** What `python -m models evaluate` wrote of a model's pictures at one setting. */
interface Figures {
  readonly readAsAsked: number;
  readonly frechetOverFloor: number;
  readonly diversityMean: number;
  readonly nearCopies: readonly { readonly quantile: number; readonly share: number }[];
}

/** models/<id>/evaluation.json, as far as it is shown: a GAN is judged by truncation, diffusion by guidance. */
export interface Evaluation {
  readonly truncation?: Readonly<Record<string, Figures>>;
  readonly guidance?: Readonly<Record<string, Figures>>;
}

/** A model's pictures in numbers, as its card has them. */
export interface Measures {
  /** Of the truncation or of the guidance. */
  readonly setting: number;
  /** The share that the judge reads as the digit that was asked for. */
  readonly readAsAsked: number;
  /** The Frechet distance, in units of that between two halves of real pictures; 1 is as real. */
  readonly frechetOverFloor: number;
  /** How far pictures of a digit are from each other, in units of that of real ones. */
  readonly diversity: number;
  /** The share that lies nearer to a training picture than `mark` of the pictures that were held out. */
  readonly nearCopies: { readonly mark: number; readonly share: number };
}

/** The measures by setting, in the file's order: the one that the model was trained for comes first. */
export function measuresOf({ truncation, guidance }: Evaluation): readonly Measures[] {
  return Object.entries(truncation ?? guidance ?? {}).map(([setting, figures]) => {
    const last = figures.nearCopies.at(-1);
    if (last === undefined) throw new RangeError('nearCopies: at least one, got none');
    return {
      setting: Number(setting),
      readAsAsked: figures.readAsAsked,
      frechetOverFloor: figures.frechetOverFloor,
      diversity: figures.diversityMean,
      nearCopies: { mark: last.quantile, share: last.share },
    };
  });
}
