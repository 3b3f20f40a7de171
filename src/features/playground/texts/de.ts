import type { Texts } from './en.ts';

export const texts: Texts = {
  denoise: 'Entrauschen',
  stage: {
    label: 'Das Bild',
    now: 'das Bild jetzt',
    heading: 'wohin es geht',
    estimate: 'die Schätzung des Netzes',
    finished: 'das fertige Bild',
    course: 'wie es entstand',
    courseHint: 'Schätzungen unterwegs',
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
    start: 'das Rauschen, aus dem es kam',
    firstEstimate: 'die erste Schätzung',
    atStep: (index) => `Schritt ${index}`,
    finished: 'Fertig: kein Rauschen mehr zu vermuten. Daraus ist es entstanden.',
    noChange: 'Noch nichts: das ist die erste Schätzung.',
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
    inversion: 'Das Netz das Rauschen stattdessen finden lassen (DDIM-Inversion)',
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
    nextLevel: (level, change) => (change === '' ? level : `${level} (${change})`),
    noNext: { reverse: 'keine: fertig', forward: 'keine: nur Rauschen' },
    noEvaluations: { reverse: 'nicht aufgezeichnet', forward: 'keine: kein Netz' },
  },
  formula: {
    title: 'Was hier geschieht',
    mended: {
      rescaled: 'Danach wird der Kontrast der Mischung zurückgebracht.',
      clipped: 'Danach wird die Mischung im Wertebereich gehalten.',
    },
    last: 'Das ist das fertige Bild: ohne Rauschen.',
    forward: 'Ein festes Rauschen n, in jeder Spalte dasselbe: nur seine Menge ändert sich.',
    lastGuided: (index) =>
      `Das ist das fertige Bild: ohne Rauschen. Daneben, was die Wörter bei Schritt ${index} änderten, wo es am meisten war.`,
    likelihood: 'Wie wahrscheinlich ist dieses Bild?',
    nearest: 'Ist es eine Kopie?',
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
    space: 'Leertaste',
  },

  lanes: {
    forward: 'vorwärts',
    reverse: 'rückwärts',
    forwardHint: 'Ein Bild wird zu Rauschen',
    reverseHint: 'Rauschen wird zu einem Bild',
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

  beside: { compare: 'Vergleichen', grid: 'Raster' },

  sheet: { title: 'Der Lauf als Kontaktbogen' },
};
