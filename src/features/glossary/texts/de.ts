import type { Texts } from './en.ts';

export const texts: Texts = {
  search: 'Im Glossar suchen',
  nothing: (search) => `Kein Begriff mit „${search}“.`,
  groupNames: {
    picture: 'Das Bild und sein Schritt',
    recipe: 'Das Rezept',
    levels: 'Rauschstufen',
    finer: 'Feinere Optionen',
    page: 'Auf dieser Seite',
  },
  terms: {
    xt: {
      name: 'das Bild jetzt',
      text: 'Das verrauschte Bild mitten auf seinem Weg. Es beginnt als reines Rauschen und endet als fertiges Bild.',
    },
    x0: {
      name: 'die Schätzung',
      text: 'Das saubere Bild, das das Netz bei diesem Schritt im Rauschen sieht. Es schätzt bei jedem Schritt neu, und besser, je weniger Rauschen da ist.',
    },
    original: {
      name: 'das saubere Bild',
      text: 'Ein Bild ohne Rauschen: womit die Vorwärtsbahn beginnt und womit die Rückwärtsbahn endet.',
    },
    epsilon: {
      name: 'vermutetes Rauschen',
      text: 'Was vom Bild jetzt übrig bleibt, wenn man die Schätzung abzieht, in Einheiten seines Rauschens. Wer das eine kennt, kennt das andere.',
    },
    noise: {
      name: 'Rauschen',
      text: 'Zufallszahlen mit Mittelwert 0 und Varianz 1, eine je Pixel und Farbe, aus dem Seed gezogen.',
    },
    next: {
      name: 'das nächste Bild',
      text: 'Was der Schritt ergibt: eine gewichtete Summe aus dem Bild jetzt, der Schätzung und dem, was der Sampler sich merkt.',
    },
    step: {
      name: 'Schritt',
      text: 'Das Netz schätzt das saubere Bild, und der Sampler geht ein Stück des Wegs dorthin. Jede Spalte der Bahnen ist ein Schritt.',
    },
    sigma: {
      name: 'Rauschstufe',
      text: 'Wie stark das Rauschen neben dem Bild darin ist. Weit über 1 sieht man nur Rauschen, weit unter 1 fast keins.',
    },
    alpha: {
      name: 'Signal und Rauschen',
      text: 'Ein verrauschtes Bild ist α mal das saubere plus σ mal Rauschen. Für das Netz zählt nur das Verhältnis σ/α; wo α 1 ist, ist es σ selbst.',
    },
    snr: {
      name: 'Signal zu Rauschen',
      text: 'Wie viel stärker das Bild ist als sein Rauschen, als Verhältnis der Varianzen: eins durch das Quadrat der Rauschstufe.',
    },
    timestep: {
      name: 'Zeitschritt',
      text: 'Wo auf dem Trainingsplan diese Rauschstufe liegt: nahe 1000 ist Rauschen, 0 ist fast sauber.',
    },
    evaluations: {
      name: 'Netzauswertungen',
      text: 'Wie oft das Netz gefragt wurde: der Preis eines Bildes. Guidance fragt zweimal je Schritt.',
    },
    previous: {
      name: 'frühere Schätzungen',
      text: 'Ein Strich bezeichnet, was ein früherer Schritt fand. Mehrschritt-Sampler merken es sich, um zu sehen, wohin sich die Schätzung bewegt.',
    },
    second: {
      name: 'zweiter Blick',
      text: 'Manche Sampler fragen das Netz innerhalb eines Schritts noch einmal, an seinem Ende oder in seiner Mitte, und nutzen beide Antworten.',
    },
    corrected: {
      name: 'verbessertes Bild',
      text: 'UniPC verbessert mit der neuen Schätzung den Schritt, der zu ihr führte, bevor es weitergeht.',
    },
    model: {
      name: 'Modell',
      text: 'Das trainierte Netz: es entscheidet, was gezeichnet werden kann und welche Wörter bekannt sind.',
    },
    family: {
      name: 'Familie',
      text: 'Die Art des Generators. Ein Diffusionsmodell entfernt Rauschen in Schritten; ein GAN macht sein Bild in einem Zug aus Rauschen.',
    },
    words: {
      name: 'Wörter',
      text: 'Was gezeichnet werden soll. Das Netz lernte diese Wörter zusammen mit seinen Trainingsbildern; ohne Wörter zeichnet es, was es mag.',
    },
    weight: {
      name: 'Gewicht',
      text: 'Wie stark ein Wort verlangt wird: 1 wie im Training, 0 gar nicht.',
    },
    negative: {
      name: 'negative Wörter',
      text: 'Wovon ferngeblieben werden soll: in der Guidance stehen sie anstelle von „keine Wörter“. Bei Guidance 1 bewirken sie nichts.',
    },
    seed: {
      name: 'Seed',
      text: 'Die Zahl, aus der alles Rauschen gezogen wird. Derselbe Seed ist dasselbe Rauschen, hier und in PyTorch: wer eines ändert und den Seed behält, sieht, was dieses eine bewirkt.',
    },
    steps: {
      name: 'Schritte',
      text: 'Wie viele Schritte vom Rauschen zum Bild führen. Mehr sind langsamer und näher am genauen Weg; gute Sampler brauchen 10 bis 30.',
    },
    sampler: {
      name: 'Sampler',
      text: 'Die Regel, nach der ein Schritt von der Schätzung aus weitergeht. Manche ziehen unterwegs frisches Rauschen, manche merken sich frühere Schätzungen, manche schauen zweimal.',
    },
    guidance: {
      name: 'Guidance',
      text: 'Das Netz schätzt mit und ohne die Wörter, und der Unterschied wird hiermit multipliziert. 1 heißt aus, zum halben Preis; hohe Werte folgen den Wörtern mehr und variieren weniger.',
    },
    without: {
      name: 'ohne die Wörter',
      text: 'Was das Netz sieht, wenn ihm nichts gesagt wird, oder die negativen Wörter.',
    },
    with: {
      name: 'mit den Wörtern',
      text: 'Was das Netz sieht, wenn ihm die Wörter gesagt werden. Guidance geht darüber hinaus, weg von der Schätzung ohne sie.',
    },
    morph: {
      name: 'Übergang',
      text: 'Ein Weg zwischen zwei Bildern: ihre Wörter werden gemischt, und ebenso ihr Rauschen, auf einem Bogen, auf dem es Rauschen bleibt. Der Regler sagt, wie weit er gegangen ist.',
    },
    levels: {
      name: 'Rauschstufen',
      text: 'Wie das Rauschen von Schritt zu Schritt fällt. Das Diagramm zeigt es: wo die Linie flach ist, liegen viele Schritte.',
    },
    logSnr: {
      name: 'gleichmäßig in log SNR',
      text: 'Jeder Schritt senkt die Rauschstufe um denselben Faktor.',
    },
    karras: {
      name: 'Karras',
      text: 'Stufen, die in der 7. Wurzel der Rauschstufe gleichmäßig sind: je weniger Rauschen, desto kürzer die Schritte (Karras et al. 2022).',
    },
    exponential: {
      name: 'exponentiell',
      text: 'Dasselbe wie gleichmäßig in log SNR; diffusers nennt es so.',
    },
    betaDistribution: {
      name: 'Beta-Verteilung',
      text: 'Viele kurze Schritte an beiden Enden, lange dazwischen: Quantile einer Beta-Verteilung.',
    },
    flow: {
      name: 'Rectified Flow',
      text: 'Bild und Rauschen werden auf einer Geraden gemischt: um so viel das eine wächst, schrumpft das andere.',
    },
    shift: {
      name: 'Verschiebung',
      text: 'Über 1 verweilen die Schritte bei starkem Rauschen, unter 1 bei schwachem.',
    },
    betas: {
      name: 'Trainingsplan',
      text: 'Wie ein klassisches Diffusionsmodell im Training verrauscht wurde, in 1000 kleinen Gaben β. Die Schritte nehmen einige von diesen 1000.',
    },
    spacing: {
      name: 'Abstände',
      text: 'Welche der 1000 Zeitschritte genommen werden: vom sauberen Ende gezählt (leading), vom verrauschten (trailing), oder mit beiden Enden (linspace).',
    },
    zeroTerminalSnr: {
      name: 'Zero Terminal SNR',
      text: 'Streckt den Trainingsplan, sodass er in reinem Rauschen endet, ohne eine Spur des Bildes.',
    },
    eta: {
      name: 'Eta',
      text: 'Wie viel frisches Rauschen jeder Schritt zufügt: 0 keines, dann entscheidet allein der Seed; 1 so viel wie DDPM.',
    },
    churn: {
      name: 'Churn',
      text: 'Rauschen, das vor jedem Schritt hinzukommt und mit ihm entfernt wird (Karras et al. 2022, Alg. 2): es behebt Fehler bei vielen Schritten. Euler in diffusers schätzt davor, lässt es also in diesem Schritt stehen.',
    },
    variance: {
      name: 'Varianz',
      text: 'Wie viel Rauschen DDPM bei jedem Schritt zieht: das Wenigste (klein) oder das Meiste (groß), das die Theorie erlaubt.',
    },
    order: {
      name: 'Ordnung',
      text: 'Wie weit der Sampler zurückschaut. Ordnung 2 folgt einem gebogenen Weg, Ordnung 3 einem, der sich zunehmend biegt; dafür müssen die Schritte kurz genug sein.',
    },
    solver: {
      name: 'Löser',
      text: 'Woher ein Schritt zweiter Ordnung seine Steigung nimmt: aus seiner Mitte (Mittelpunkt) oder als Mittel beider Enden (Heun).',
    },
    bFunction: {
      name: 'B(h)',
      text: 'Ein Faktor in der Korrektur von UniPC: h passt zu wenigen Schritten ohne Guidance, exp(h) − 1 zu fast allem anderen.',
    },
    rescale: {
      name: 'Guidance-Rescale',
      text: 'Starke Guidance macht Bilder zu kontrastreich; dies bringt den Kontrast zurück auf den der Schätzung mit den Wörtern.',
    },
    interval: {
      name: 'Guidance-Intervall',
      text: 'Die Rauschstufen, auf denen Guidance wirkt. Außerhalb kostet ein Schritt eine Auswertung statt zwei, und oft geht nichts verloren.',
    },
    temperature: {
      name: 'Rauschtemperatur',
      text: 'Wie viel von dem Rauschen verwendet wird, das ein Sampler unterwegs zieht: 1 alles, 0 keins.',
    },
    clipping: {
      name: 'Wertebereich wahren',
      text: 'Hält Schätzungen in dem, was ein Bild zeigen kann: an den Enden abgeschnitten, oder verkleinert, wo viel abgeschnitten würde (dynamisch).',
    },
    truncation: {
      name: 'Trunkierung',
      text: 'Bei einem GAN: verkleinert das Rauschen. Kleiner heißt typischer und weniger vielfältig.',
    },
    forward: {
      name: 'vorwärts',
      text: 'Ein sauberes Bild wird verrauscht, von Spalte zu Spalte mehr, nach links. Dazu braucht es kein Netz; im Training lernte es aus solchen Paaren.',
    },
    reverse: {
      name: 'rückwärts',
      text: 'Rauschen wird Schritt für Schritt zu einem Bild, nach rechts: wozu ein Diffusionsmodell da ist.',
    },
    difference: {
      name: 'Differenzbild',
      text: 'Grau heißt: kein Unterschied. Wo × steht, ist er so vielfach vergrößert gezeigt.',
    },
    rawScale: {
      name: 'Rohskala',
      text: 'Zeigt xₜ, wie es ist: wo es mit dem Rauschen wächst, übersteuert es. Sonst wird es durch seine erwartete Größe geteilt.',
    },
    recorded: {
      name: 'Aufnahme und live',
      text: 'Aufnahme: früher von diesem Netz mit diesem Seed gemacht, gezeigt, während es lädt. Live: soeben auf Ihrem Gerät gerechnet.',
    },
    likelihood: {
      name: 'Likelihood',
      text: 'Wie viele Bits das Modell bräuchte, um ein Bild zu beschreiben: wenige für das, was es wahrscheinlich findet, viele für das, was es nicht erwartet.',
    },
    copy: {
      name: 'Ist es eine Kopie?',
      text: 'Vergleicht das fertige Bild mit allen Trainingsbildern und zeigt die nächsten, und wie nah solche Bilder gewöhnlich sind.',
    },
    inversion: {
      name: 'DDIM-Inversion',
      text: 'Geht die Schritte rückwärts: von einem Bild zu dem Rauschen, aus dem dieser Sampler es zeichnen würde.',
    },
  },
};
