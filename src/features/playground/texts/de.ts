import { conformance } from '../../conformance/texts/de.ts';
import { inversion } from '../../inversion/texts/de.ts';
import { likelihood } from '../../likelihood/texts/de.ts';
import { credits, models } from '../../../pages/texts/de-models.ts';
import { morph, prompt } from '../../prompt/texts/de.ts';
import { takeAway } from '../../take-away/texts/de.ts';
import type { Messages } from './en.ts';

const bytes = new Intl.NumberFormat('de', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const megabytes = (count: number) => `${bytes.format(count / 1e6)} MB`;

export const de: Messages = {
  title: 'Diffusion Playground',
  tagline: 'Aus Rauschen wird ein Bild, live in Ihrem Browser',

  header: {
    share: 'Teilen',
    help: 'Hilfe',
    theme: 'Farbschema',
    themes: { light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
  },

  models,

  prompt,
  morph,

  stage: {
    label: 'Das Bild',
    now: 'das Bild jetzt',
    heading: 'wohin es geht',
    estimate: 'die Schätzung des Netzes',
    step: (index, count) => `Schritt ${index} von ${count}`,
    forwardNow: 'das Bild, verrauscht',
    forwardOrigin: 'das Bild, das es war',
    forwardEstimate: 'vor allem Rauschen',
  },

  parts: {
    title: 'Teile des Schritts',
    noise: 'vermutetes Rauschen',
    trueNoise: 'das zugefügte Rauschen',
    change: 'Änderung der Schätzung',
    gainHint: 'Grau heißt: keine Änderung. Wo × steht, ist sie so vielfach vergrößert gezeigt.',
    digit: {
      difference: 'was die Ziffer ändert',
      without: 'ohne die Ziffer',
      with: 'mit der Ziffer',
      guidancePaused:
        'Auf dieser Rauschstufe ist Guidance aus: sie liegt außerhalb ihres Intervalls. Eine Auswertung, mit der Ziffer.',
      guidanceOff: 'Guidance ist aus: eine Auswertung je Schritt. Höher gestellt zeigt sie, was die Ziffer ändert.',
    },
    words: {
      difference: 'was die Wörter ändern',
      without: 'ohne die Wörter',
      with: 'mit den Wörtern',
      guidancePaused:
        'Auf dieser Rauschstufe ist Guidance aus: sie liegt außerhalb ihres Intervalls. Eine Auswertung, mit den Wörtern.',
      guidanceOff: 'Guidance ist aus: eine Auswertung je Schritt. Höher gestellt zeigt sie, was die Wörter ändern.',
    },
    recorded: 'Eine Aufnahme enthält nur die Schätzung; dies erscheint, sobald live gerechnet wird.',
    forward: 'Vorwärts gibt es kein Netz: Rauschen kommt zu einem Bild hinzu, geraten wird nichts.',
  },

  recipe: {
    title: 'Rezept',
    model: 'Modell',
    steps: 'Schritte',
    guidance: 'Guidance',
    guidanceHint: '1 heißt aus: eine Auswertung je Schritt statt zwei',
    sampler: 'Sampler',
    sigmas: 'Rauschstufen',
    betas: 'Trainingsplan',
    spacing: 'Abstände',
    eta: 'Eta',
    etaHint: 'Wie viel frisches Rauschen jeder Schritt zufügt: 0 keines, 1 so viel wie DDPM',
    churn: 'Churn',
    churnHint: 'Rauschen, das vor jedem Schritt hinzukommt und wieder weggeht: es bessert frühere Fehler aus',
    variance: 'Varianz',
    order: 'Ordnung',
    solver: 'Löser',
    bFunction: 'B(h)',
    finer: 'Mehr',
    rescale: 'Guidance-Rescale',
    rescaleHint: 'Gibt den Kontrast zurück, den starke Guidance nimmt',
    guidanceInterval: 'Guidance auf Rauschstufen',
    guidanceLow: 'von',
    guidanceHigh: 'bis',
    guidanceIntervalHint:
      'Die Rauschstufen, auf denen Guidance wirkt; sonst kostet ein Schritt eine Auswertung statt zwei',
    zeroTerminalSnr: 'Zero Terminal SNR',
    zeroTerminalSnrNames: { off: 'nein', on: 'ja' },
    flowShift: 'Verschiebung',
    flowShiftHint: 'Über 1 verweilt er bei starkem Rauschen, darunter bei schwachem',
    temperature: 'Rauschtemperatur',
    temperatureHint: 'Wie viel von dem Rauschen verwendet wird, das der Sampler unterwegs zieht',
    clipping: 'Wertebereich wahren',
    clippingNames: { none: 'nein', clip: 'abschneiden', dynamic: 'dynamisch' },
    varianceNames: { fixed_small: 'klein', fixed_large: 'groß' },
    solverNames: { midpoint: 'Mittelpunkt', heun: 'Heun' },
    bFunctionNames: { bh1: 'h', bh2: 'exp(h) − 1' },
    sigmasNames: {
      log_snr: 'gleichmäßig in log SNR',
      karras: 'Karras',
      exponential: 'exponentiell',
      beta: 'Beta-Verteilung',
      flow: 'Rectified Flow',
      betas: 'aus dem Trainingsplan',
    },
    betasNames: {
      linear: 'linear',
      scaled_linear: 'skaliert linear',
      squaredcos_cap_v2: 'Kosinus',
      sigmoid: 'Sigmoid',
    },
    spacingNames: { leading: 'leading', linspace: 'linspace', trailing: 'trailing' },
  },

  chart: {
    title: 'Rauschstufe je Schritt',
    label: (count, high, low) => `Rauschstufe Sigma durch Alpha über ${count} Schritte, von ${high} bis ${low}`,
    step: (index) => `Schritt ${index}`,
  },

  numbers: {
    title: 'Dieser Schritt in Zahlen',
    noiseLevel: 'Rauschstufe',
    signalToNoise: 'Signal zu Rauschen',
    next: 'nächste Rauschstufe',
    timestep: 'Zeitschritt',
    evaluations: 'Netzauswertungen',
    evaluationsOf: (done, all) => `${done} von ${all}`,
    time: 'Dauer dieses Schritts',
    milliseconds: (value) => `${value} ms`,
    none: '–',
  },

  formula: {
    title: 'Was hier geschieht',
    falls: (percent) => `Die Rauschstufe fällt um ${percent}.`,
    last: 'Das ist das fertige Bild: ohne Rauschen.',
    noise: 'n ist frisches Rauschen, aus dem Seed gezogen.',
    forward: 'Ein festes Rauschen n, in jeder Spalte dasselbe: nur seine Menge ändert sich.',
    previous: 'Striche bezeichnen Schätzungen früherer Schritte, mit denen vorausgeschaut wird.',
    second: 'Die hochgestellte Zwei ist ein zweiter Blick am Ende des Schritts.',
  },

  transport: {
    label: 'Wiedergabe',
    play: 'Abspielen',
    pause: 'Pause',
    first: 'Erster Schritt',
    previous: 'Schritt zurück',
    next: 'Schritt vor',
    last: 'Letzter Schritt',
    loop: 'Wiederholen',
    speed: 'Tempo',
    position: 'Schritt',
  },

  lanes: {
    forward: 'vorwärts',
    reverse: 'rückwärts',
    forwardHint: 'Ein Bild wird zu Rauschen',
    reverseHint: 'Rauschen wird zu einem Bild',
    forwardPicture: 'Bild für vorwärts',
    pictures: { training: 'ein Trainingsbild', result: 'das Ergebnis dieses Laufs', own: 'ein eigenes' },
    choose: 'Wählen …',
    ownHint: 'Oder hierher ziehen oder einfügen. Es bleibt auf Ihrem Gerät.',
    invert: 'Umkehren',
    invertHint: 'Vertauscht hell und dunkel',
    drop: 'Bild loslassen, um es zu verrauschen',
    raw: 'Rohskala',
    rawHint:
      'Zeigt x_t, wie es ist: wo der Sampler es mit dem Rauschen wachsen lässt, übersteuert es. Sonst wird es durch seine erwartete Größe geteilt.',
  },

  status: {
    live: 'live',
    recorded: 'Aufnahme',
    recordedHint: 'Von diesem Netz mit diesem Seed früher gemacht, gezeigt, während es lädt',
    loading: 'lädt',
    running: 'Läuft',
    wasm: (threads) => (threads > 1 ? `WebAssembly, ${threads} Threads` : 'WebAssembly'),
    webgpu: 'WebGPU',
    perStep: (ms) => `${ms} ms je Schritt`,
    evaluations: (count) => `${count} Auswertungen`,
    progress: (loaded, total) => (total === null ? megabytes(loaded) : `${megabytes(loaded)} von ${megabytes(total)}`),
    phases: {
      runtime: 'Lade die Laufzeit',
      weights: 'Lade das Netz',
      compile: 'Bereite das Netz vor',
      'warm-up': 'Laufe warm',
    },
    fallback: (reason) => `statt WebGPU: ${reason}`,
    reasons: {
      'no-adapter': 'dieser Browser bietet keine GPU',
      'software-adapter': 'die GPU ist in Software nachgebildet und wäre langsamer',
      ios: 'WebGPU ist auf iOS noch nicht zuverlässig',
      'create-failed': 'die GPU konnte das Netz nicht ausführen',
      'self-check-failed': 'die GPU rechnete falsch',
      'device-lost': 'die GPU ging verloren',
    },
  },

  spoken: {
    reverse: (index, count, level) => `Schritt ${index} von ${count}, Rauschstufe ${level}`,
    forward: (index, count, level) => `Vorwärts, Spalte ${index} von ${count}, Rauschstufe ${level}`,
  },

  sheet: { title: 'Der Lauf als Kontaktbogen' },

  takeAway,

  likelihood,
  nearest: { title: 'Ist es eine Kopie?' },
  conformance,

  inversion,

  notices: {
    label: 'Meldungen',
    dismiss: 'Schließen',
    retry: 'Noch einmal',
  },

  failures: {
    cancelled: () => 'Angehalten.',
    'recipe-invalid': ({ field, value, accepted }) =>
      `Der Link verlangt für ${field} „${value}“; das gibt es hier nicht. Möglich: ${accepted}. Stattdessen gilt die Vorgabe.`,
    'manifest-invalid': ({ field, value, accepted }) =>
      `Die Beschreibung des Modells ist beschädigt: ${field} ist ${value}; möglich: ${accepted}.`,
    'download-failed': ({ status }) =>
      `Das Netz konnte nicht geladen werden${status === undefined ? '' : ` (der Server antwortete ${status})`}. Bitte die Verbindung prüfen und noch einmal versuchen: was da ist, bleibt erhalten.`,
    'hash-mismatch': () =>
      'Das geladene Netz ist nicht das, womit diese Seite gemacht wurde: seine Prüfsumme weicht ab. Es wurde nicht verwendet. Bitte noch einmal versuchen; bleibt es dabei, liegt auf dem Server eine beschädigte Datei.',
    'model-mismatch': ({ field, value, accepted }) =>
      `Die Datei des Modells passt nicht zu ihrer Beschreibung: ${field} ist ${value}; möglich: ${accepted}.`,
    'level-out-of-range': ({ sigma, accepted }) =>
      `Für die Rauschstufe ${sigma} ist dieses Netz nicht trainiert. Möglich: ${accepted}. Bitte andere Rauschstufen wählen.`,
    'self-check-failed': ({ backend }) =>
      `Das Netz rechnete auf ${backend} falsch und wurde nicht verwendet. Ein anderer Browser oder ?backend=wasm kann helfen.`,
    'backend-failed': ({ backend, reason }) => `Das Netz konnte auf ${backend} nicht gestartet werden: ${reason}`,
    'picture-invalid': ({ name, formats, megabytes }) =>
      `„${name}“ war nicht als Bild zu lesen. Möglich: ${formats}, bis ${megabytes} MB.`,
    'worker-lost': () => 'Die Rechnung brach unerwartet ab. Bitte noch einmal versuchen: sie beginnt neu.',
    'model-absent': () => 'Das Netz wurde aus dem Speicher genommen. Bitte noch einmal versuchen: es wird wieder geladen.',
    'index-missing': ({ status }) =>
      `Das Verzeichnis der Trainingsbilder kam nicht an${status === undefined ? '' : ` (der Server antwortete ${status})`}.`,
    'canvas-unreadable': () =>
      'Dieser Browser gibt andere Pixel heraus, als gezeichnet wurden: mit ihnen lässt sich nichts vergleichen.',
    unexpected: ({ reason }) => `Etwas ging schief: ${reason}`,
  },

  help: {
    title: 'So geht es',
    close: 'Schließen',
    intro:
      'Das Netz hat gelernt, in einem verrauschten Bild das saubere zu vermuten. Ein Sampler beginnt mit reinem Rauschen, fragt immer wieder nach dieser Vermutung und nimmt jedes Mal ein wenig Rauschen weg.',
    keys: 'Tasten',
    keyList: [
      ['Leertaste', 'abspielen oder anhalten'],
      ['← →', 'einen Schritt zurück oder vor'],
      ['Pos1 Ende', 'erster oder letzter Schritt'],
      ['D', 'von vorn entrauschen'],
      ['R', 'neuer Seed'],
      ['Esc', 'den Lauf anhalten'],
      ['?', 'diese Hilfe'],
    ],
    honesty:
      'Alles wird auf Ihrem eigenen Gerät gerechnet, nichts wird irgendwohin geschickt. Was aufgenommen ist, heißt so; alles andere ist live.',
  },

  credits,

  embed: {
    open: 'Im Playground öffnen',
  },
};
