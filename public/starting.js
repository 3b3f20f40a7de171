// Says why nothing appears where the page's own scripts do not arrive. It is no module: those are what may fail.
(() => {
  const texts = {
    en: {
      part: 'A part of this page did not arrive: the page may have changed since, or the connection broke. What was chosen is in the address.',
      frame:
        'The frame that shows this picture does not let it load its own files. Whoever embeds it can write sandbox="allow-scripts allow-same-origin"; or the server of these files sends Access-Control-Allow-Origin: *.',
      slow: 'This takes long: the connection may be slow.',
      reload: 'Reload',
    },
    de: {
      part: 'Ein Teil dieser Seite kam nicht an: Sie hat sich vielleicht geändert, oder die Verbindung brach ab. Was gewählt war, steht in der Adresse.',
      frame:
        'Der Rahmen, der dieses Bild zeigt, lässt es seine eigenen Dateien nicht laden. Wer es einbettet, kann sandbox="allow-scripts allow-same-origin" schreiben; oder der Server dieser Dateien sendet Access-Control-Allow-Origin: *.',
      slow: 'Das dauert lange: Die Verbindung ist vielleicht langsam.',
      reload: 'Neu laden',
    },
  };
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  const text = /^de\b/i.test(wanted) ? texts.de : texts.en;
  let said = null;

  function say(sentence) {
    const app = document.getElementById('app');
    if (app === null || app.childElementCount > 0) return;
    said?.remove();
    said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.style.cssText = 'margin: 24px; font: 15px/1.5 system-ui, sans-serif';
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = text.reload;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      location.reload();
    });
    said.append(`${sentence} `, link);
    app.before(said);
    // The page appears after all.
    new MutationObserver((_changes, observer) => {
      said?.remove();
      observer.disconnect();
    }).observe(app, { childList: true });
  }

  const failed = () => say(self.origin === 'null' ? text.frame : text.part);
  // The error of a script that was not fetched does not bubble.
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && failed(), true);
  setTimeout(() => said ?? say(text.slow), 10_000);
})();
