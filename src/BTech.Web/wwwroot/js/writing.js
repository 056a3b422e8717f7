// Saves a draft three seconds after typing stops, by posting the same form that the buttons post. Nothing is kept in the browser.

const Pause = 3000;
const RetryAfter = 10000;

// On a preview there is nothing to save into.
const isPreview = document.querySelector('[data-preview]') !== null;

for (const form of isPreview ? [] : document.querySelectorAll('form[data-autosave]')) {
  const status = form.querySelector('[data-save-status]');
  let timer = 0;
  let unsaved = false;
  let saving = null;

  const say = what => { if (status) status.textContent = status.dataset[what] ?? ''; };

  const later = wait => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (!unsaved || saving) return;
    unsaved = false;
    say('saving');
    const fields = new URLSearchParams(new FormData(form));
    fields.set('Then', 'draft');
    saving = new AbortController();
    try {
      const answer = await fetch(form.dataset.autosave || form.action || location.href, {
        method: 'POST', body: fields, redirect: 'manual', credentials: 'same-origin', cache: 'no-store', signal: saving.signal,
      });
      // A saved form is answered with a redirect; anything else is a page that says why not.
      if (answer.type === 'opaqueredirect') {
        say(unsaved ? 'unsaved' : 'saved');
        if (unsaved) later(Pause);
      } else if (answer.ok && (await answer.text()).includes('data-late-sending')) {
        // Stored after closing, from a form that was opened in time: only sending is left.
        say('late');
      } else if (answer.status === 409) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        unsaved = true;
        say(page.querySelector('#their-text, #theirs') ? 'conflict' : 'over');
      } else {
        unsaved = true;
        say('failed');
        if (answer.status >= 500) later(RetryAfter);
      }
    } catch {
      unsaved = true;
      say('failed');
      later(RetryAfter);
    } finally {
      saving = null;
    }
  }

  form.addEventListener('input', () => {
    unsaved = true;
    if (!saving) say('unsaved');
    later(Pause);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    saving?.abort();
    unsaved = false;
  });
  addEventListener('beforeunload', event => { if (unsaved || saving) event.preventDefault(); });
}

// How much of a text's length is used, counted as the server counts.
for (const area of document.querySelectorAll('textarea[data-most]')) {
  const most = Number(area.dataset.most);
  const count = document.createElement('p');
  count.className = 'hint';
  count.id = `${area.id}-count`;
  area.after(count);
  area.setAttribute('aria-describedby', `${area.getAttribute('aria-describedby') ?? ''} ${count.id}`.trim());
  const show = () => {
    const length = area.value.normalize('NFC').length;
    count.textContent = length > most * 0.8 ? `${length.toLocaleString(document.documentElement.lang)} / ${most.toLocaleString(document.documentElement.lang)}` : '';
  };
  area.addEventListener('input', show);
  show();
}
