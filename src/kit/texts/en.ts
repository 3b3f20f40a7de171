import type { FailureCode, FailureDetail } from '../../contract/failure.ts';

/** What the kit itself says, and the few words that many features share. */
export const texts = {
  product: 'Diffusion Playground',
  close: 'Close',
  stop: 'Stop',
  done: 'Done',
  copyByHand: 'This browser copies nothing by itself here (it wants https): the text is selected, copy it from here.',
  /** Megabytes that have arrived, of how many where that is known. */
  progress: (loaded: string, total: string | null) => (total === null ? `${loaded} MB` : `${loaded} MB of ${total} MB`),

  /** The slider over the frames of a run. */
  position: 'Step',
  /** What a screen reader hears of a step. */
  spoken: {
    reverse: (index: string, count: string, level: string) => `Step ${index} of ${count}, noise level ${level}`,
    forward: (index: string, count: string, level: string) =>
      `Forward, column ${index} of ${count}, noise level ${level}`,
  },
  notices: {
    label: 'Messages',
    dismiss: 'Dismiss',
    retry: 'Try again',
    reload: 'Reload',
  },
  failures: {
    cancelled: () => 'Stopped.',
    'recipe-invalid': ({ field, value, accepted }) =>
      `The link asks for ${field} “${value}”, which does not exist here. Accepted: ${accepted}. The default is used instead.`,
    'manifest-invalid': ({ field, value, accepted }) =>
      `The model’s description is damaged: ${field} is ${value}; accepted: ${accepted}.`,
    'download-failed': ({ status }) =>
      `The network could not be downloaded${status === undefined ? '' : ` (the server answered ${status})`}. Check the connection and try again: what has arrived is kept.`,
    'hash-mismatch': () =>
      'The downloaded network is not the one this page was made with: its checksum differs. It was not used. Try again; if it stays, the server holds a damaged file.',
    'model-mismatch': ({ field, value, accepted }) =>
      `The model’s file does not fit its description: ${field} is ${value}; accepted: ${accepted}.`,
    'level-out-of-range': ({ sigma, accepted }) =>
      `This network was not trained at noise level ${sigma}. Accepted: ${accepted}. Choose other noise levels.`,
    'self-check-failed': ({ backend }) =>
      `The network computed wrong numbers on ${backend} and was not used. Another browser or ?backend=wasm may help.`,
    'backend-failed': ({ backend, reason }) => `The network could not be started on ${backend}: ${reason}`,
    'no-webassembly': () =>
      'This browser computes no WebAssembly with SIMD, which the network needs: it is too old, or a setting (strict or lockdown mode) forbids it. Allow it for this page, or open the page in another browser.',
    'out-of-memory': () =>
      'There is too little memory for this network. Close other tabs and try again, or choose a smaller model.',
    'picture-invalid': ({ name, formats, megabytes, megapixels }) =>
      `“${name}” could not be read as a picture. Accepted: ${formats}, up to ${megabytes} MB and ${megapixels} million pixels.`,
    'recipe-file-invalid': ({ name, field, value, accepted }) =>
      `“${name}” is no recipe that can be drawn here: ${field} is “${value}”; accepted: ${accepted}. Nothing was changed.`,
    'worker-lost': () => 'The computation stopped unexpectedly. Try again: it starts afresh.',
    'model-absent': () => 'The network was dropped from memory. Try again: it is loaded anew.',
    'index-missing': ({ status }) =>
      `The index of training pictures did not arrive${status === undefined ? '' : ` (the server answered ${status})`}.`,
    'canvas-unreadable': () =>
      'This browser hands out other pixels than were drawn, so that pages cannot recognise it: a picture cannot be read here. Allow this page to read its canvases (often an icon in the address bar) and try again.',
    'part-missing': () =>
      'A part of this page did not arrive: the page has changed since you opened it, or the connection broke. Reload it: what you chose is in the address.',
    unexpected: ({ reason }) => `Something went wrong: ${reason}`,
  } satisfies Record<FailureCode, (detail: FailureDetail) => string>,
};

export type Texts = typeof texts;
