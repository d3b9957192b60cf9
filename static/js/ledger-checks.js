/* While a file is being checked: asks how far that is, and shows what was found as soon as it is, in place.
   Without this script the link "Look again" does the same. */
(function () {
  const SOON = 1500;
  const LATER = 8000;
  const PATIENT_AFTER = 80;

  async function swap() {
    const answer = await fetch(window.location.href, { credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelectorAll('[data-ledger-live]').forEach((part) => {
      const name = part.getAttribute('data-ledger-live');
      const now = page.querySelector(`[data-ledger-live="${name}"]`);
      if (now) part.replaceWith(document.adoptNode(now));
    });
  }

  function watch(sentence, asked) {
    window.setTimeout(async () => {
      try {
        const answer = await fetch(sentence.getAttribute('data-ledger-progress'), { credentials: 'same-origin' });
        const found = await answer.json();
        if (sentence.textContent !== found.sentence) sentence.textContent = found.sentence;
        sentence.classList.toggle('ledger-stalled', found.stalled);
        if (found.finished) {
          await swap();
          return;
        }
      } catch (error) {
        // The site did not answer: the link is still there, and we ask again.
      }
      watch(sentence, asked + 1);
    }, asked < PATIENT_AFTER ? SOON : LATER);
  }

  document.querySelectorAll('[data-ledger-progress]').forEach((sentence) => watch(sentence, 0));
})();
