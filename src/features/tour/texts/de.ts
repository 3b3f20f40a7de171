import type { Texts } from './en.ts';

export const texts: Texts = {
  offer: 'Neu hier?',
  offerLabel: 'Tour',
  start: 'Zur Tour',
  decline: 'Nein, danke',
  where: (place, count) => `${place} von ${count}`,
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Fertig',
  leave: 'Die Tour verlassen',
  goThere: 'Dorthin',
  toDo: 'Zum Ausprobieren:',
  done: 'Getan.',
  stopNames: {
    noise: {
      title: 'Am Anfang ist Rauschen',
      text: 'Jedes Bild beginnt als reines Rauschen: eine Zufallszahl für jedes Pixel und jede Farbe. Vom Bild ist darin noch nichts.',
      toDo: 'zum ersten Schritt gehen, mit Pos1 oder dem ersten Knopf der Wiedergabe.',
    },
    step: {
      title: 'Ein Schritt',
      text: 'Ein Schritt geht vom Bild jetzt ein Stück zur Schätzung des Netzes hin. Die Formel sagt, wie weit, mit eben den Gewichten, die verwendet wurden.',
      toDo: 'einen Schritt vorgehen, mit → oder dem Knopf neben Abspielen.',
    },
    estimate: {
      title: 'Die Schätzung',
      text: 'Bei jedem Schritt schätzt das Netz das ganze saubere Bild. Aus viel Rauschen kann es nur den Durchschnitt all dessen schätzen, was daraus werden mag.',
      toDo: 'abspielen und zusehen, wie dieses Bild scharf wird, lange bevor das andere frei von Rauschen ist.',
    },
    guidance: {
      title: 'Guidance',
      text: 'Das Netz schätzt mit und ohne die Wörter, und Guidance geht in der Richtung des Unterschieds weiter. Viel davon gehorcht den Wörtern und verliert an Vielfalt.',
      toDo: 'den Regler auf 1 stellen, oder ganz nach oben, und vergleichen.',
    },
    seed: {
      title: 'Der Seed',
      text: 'Alles Rauschen wird aus dieser Zahl gezogen, also macht derselbe Seed dasselbe Bild noch einmal. Ein anderer macht ein anderes Bild derselben Wörter.',
      toDo: 'einen anderen Seed würfeln, mit dem Würfel oder R.',
    },
    sampler: {
      title: 'Sampler und Schritte',
      text: 'Der Sampler ist die Regel eines Schritts. Kluge merken sich frühere Schätzungen und brauchen weniger Schritte.',
      toDo: 'weniger Schritte wählen, oder einen anderen Sampler, und sehen, was aus dem Bild wird.',
    },
    levels: {
      title: 'Rauschstufen',
      text: 'Wie das Rauschen von Schritt zu Schritt fällt, ist ebenfalls eine Wahl. Wo die Linie flach ist, liegen viele Schritte.',
      toDo: 'andere Rauschstufen wählen und zusehen, wie sich die Linie biegt.',
    },
    copy: {
      title: 'Ist es eine Kopie?',
      text: 'Ein Netz, das nur seine Trainingsbilder wiederholt, hat nichts gelernt. Darum lässt sich jedes fertige Bild mit ihnen allen vergleichen.',
      toDo: 'zum letzten Schritt gehen und dort fragen, ob das Bild eine Kopie ist.',
    },
  },
};
