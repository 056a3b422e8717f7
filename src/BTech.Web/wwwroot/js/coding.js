// Selecting words in a text gives exactly these words to theme or mask; without this script, sentences are ticked or words typed.
// Single keys work only while the focus is in the text or in the list of themes, and only as long as they are switched on.
const form = document.querySelector('[data-coding]');

if (form) {
  const start = form.elements.Start;
  const end = form.elements.End;
  const status = form.querySelector('[data-selection]');
  const sentences = form.querySelector('.sentences');
  const themes = [...form.querySelectorAll('input[name=ThemeIds]')];
  const filter = form.querySelector('[data-filter]');

  const lengthOf = (text) => Array.from(text).length;

  // The place of a point in the text, counted in code points, from the piece that holds it.
  const placeOf = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('[data-start]');
    if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
    return Number(piece.dataset.start) + lengthOf(node.data.slice(0, offset));
  };

  const forget = () => {
    start.value = '';
    end.value = '';
    status.textContent = '';
  };

  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!sentences.contains(range.startContainer) || !sentences.contains(range.endContainer)) return;
    const from = placeOf(range.startContainer, range.startOffset);
    const to = placeOf(range.endContainer, range.endOffset);
    if (from === null || to === null || to <= from) return;
    start.value = String(from);
    end.value = String(to);
    status.textContent = status.dataset.words.replace('{0}', selection.toString().trim());
  });

  // Ticking a sentence or typing words means those again.
  form.addEventListener('change', (event) => {
    if (event.target.name === 'Sentences' || event.target.name === 'Exactly') forget();
  });

  const rowOf = (box) => box.closest('.choice');
  const show = (wanted) => {
    const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const box of themes) {
      const text = rowOf(box).textContent.toLocaleLowerCase();
      rowOf(box).hidden = !box.checked && !words.every((word) => text.includes(word));
    }
  };
  if (filter) {
    const field = filter.querySelector('input');
    filter.hidden = false;
    field.addEventListener('input', () => show(field.value));
    // Enter in the filter takes the first theme that is left and goes on to it; the form is sent by the next one.
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const first = themes.find((box) => !rowOf(box).hidden && !box.checked);
      if (!first) return;
      first.checked = true;
      field.value = '';
      show('');
      first.focus();
    });
  }

  const quick = (form.dataset.quick ?? '').split(' ').map((id) => themes.find((box) => box.value === id)).filter(Boolean);
  const help = document.querySelector('[data-keys]');
  const address = new URL(location.href);
  const isOn = () => address.searchParams.get('keys') !== 'off';

  if (help) {
    const box = help.querySelector('#keys-on');
    help.hidden = false;
    const mark = () => {
      box.checked = isOn();
      for (const [at, theme] of quick.entries()) {
        const label = rowOf(theme).querySelector('label');
        label.querySelector('kbd')?.remove();
        if (!box.checked) continue;
        const key = document.createElement('kbd');
        key.textContent = String(at + 1);
        key.setAttribute('aria-hidden', 'true');
        label.append(' ', key);
      }
    };
    // Kept in the address and carried from input to input, nowhere else.
    box.addEventListener('change', () => {
      if (box.checked) address.searchParams.delete('keys');
      else address.searchParams.set('keys', 'off');
      location.assign(address);
    });
    mark();
  }

  // Whoever goes on by key finds the focus in the text of the next page: the address says so, and a form's answer keeps it.
  const First = 's1';
  const goOnByKey = (way) => {
    if (way instanceof HTMLFormElement) way.action = `${way.action.split('#')[0]}#${First}`;
    else way.hash = First;
  };

  const isWriting = (target) => target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])');

  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target) || !isOn()) return;
    const boxes = [...sentences.querySelectorAll('input[type=checkbox]')];
    const at = boxes.indexOf(document.activeElement);
    if (event.key === 'j') boxes[Math.min(at + 1, boxes.length - 1)]?.focus();
    else if (event.key === 'k') boxes[Math.max(at - 1, 0)]?.focus();
    else if (event.key >= '1' && event.key <= '9') quick[Number(event.key) - 1]?.click();
    else if (event.key === 'c') filter?.querySelector('input').focus();
    else if (event.key === 'n') form.elements.Memo?.focus();
    else if (event.key === '?' && help) {
      help.open = true;
      help.querySelector('summary').focus();
    } else if (event.key === '[' || event.key === ']' || event.key === 'u') {
      const target = document.querySelector(`[data-key="${event.key}"]`);
      if (!target) return;
      goOnByKey(target.form ?? target);
      target.click();
    } else if (event.key === 'Enter') {
      // Sent by the browser itself, as everywhere.
      goOnByKey(form);
      return;
    } else return;
    event.preventDefault();
  });

  // From the note back to the text, so that the keys work again.
  form.elements.Memo?.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') sentences.querySelector('input')?.focus();
  });

  if (location.hash === `#${First}` && !document.querySelector('[data-focus]')) document.getElementById(First)?.focus();

  // What was selected before a form came back is selected still; what the browser itself remembers of another visit is not.
  start.value = start.defaultValue;
  end.value = end.defaultValue;
}
