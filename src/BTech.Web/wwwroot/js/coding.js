// Selecting words in a text gives exactly these words to theme or mask; without this script, sentences are ticked.
// Keys work only while the focus is in the text: j and k move between sentences, [ and ] between inputs.
const form = document.querySelector('[data-coding]');

if (form) {
  const start = form.elements.Start;
  const end = form.elements.End;
  const status = form.querySelector('[data-selection]');
  const sentences = form.querySelector('.sentences');

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

  // Ticking a sentence means sentences again.
  form.addEventListener('change', (event) => {
    if (event.target.name === 'Sentences') forget();
  });

  sentences.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const boxes = [...sentences.querySelectorAll('input[type=checkbox]')];
    const at = boxes.indexOf(document.activeElement);
    if (event.key === 'j') boxes[Math.min(at + 1, boxes.length - 1)]?.focus();
    else if (event.key === 'k') boxes[Math.max(at - 1, 0)]?.focus();
    else if (event.key === '[' || event.key === ']') document.querySelector(`[data-key="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  });

  forget();
}
