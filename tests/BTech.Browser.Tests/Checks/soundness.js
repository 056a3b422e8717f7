// What must hold on every page, whatever it is for. Returns a sentence for each thing that does not.
({ language, direction, isRefused }) => {
  const problems = [];
  const say = (element, what) => problems.push(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 160)}`);
  const all = selector => [...document.querySelectorAll(selector)];
  const isShown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
  const shown = selector => all(selector).filter(isShown);

  // Skeleton
  const headings = all('h1,h2,h3,h4,h5,h6').filter(heading => heading.checkVisibility());
  const levels = headings.map(heading => Number(heading.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) problems.push(`${levels.filter(level => level === 1).length} main headings`);
  levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) say(headings[at], `skips from h${levels[at - 1]}`); });
  if (document.documentElement.lang !== language) problems.push(`lang is ${document.documentElement.lang}`);
  if (document.documentElement.dir !== direction) problems.push(`dir is ${document.documentElement.dir}`);
  const words = text => text.replace(/\s+/g, ' ').trim();
  const title = words(document.title);
  const heading = words(document.querySelector('h1')?.textContent ?? '');
  if (isRefused ? !title.includes(heading) || title.startsWith(heading) : !title.startsWith(heading)) problems.push(`title "${title}" does not begin with "${heading}"`);

  // Policy: nothing inline
  for (const element of all('*'))
    for (const { name } of element.attributes)
      if (name === 'style' || name.startsWith('on')) say(element, `attribute ${name}`);
  for (const script of all('script:not([src]), style')) say(script, 'inline');

  // Fields
  for (const field of all('input:not([type=hidden]), select, textarea')) {
    if (!field.labels?.length && !field.ariaLabel && !field.hasAttribute('aria-labelledby')) say(field, 'no label');
    if (field.labels?.length && ![...field.labels].some(isShown) && isShown(field)) say(field, 'its label is not visible');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    for (const id of described) if (!document.getElementById(id)) say(field, `described by ${id}, which is not there`);
    const frame = field.closest('.field');
    for (const note of frame?.querySelectorAll(':scope > .hint, :scope > .error') ?? [])
      if (!described.includes(note.id)) say(field, `not described by "${note.textContent}"`);
    if (field.getAttribute('aria-invalid') === 'true' && !described.some(id => document.getElementById(id)?.classList.contains('error'))) say(field, 'refused without a reason');
  }

  // Error summary
  const summary = document.querySelector('.error-summary');
  if (isRefused !== !!summary) problems.push(isRefused ? 'no error summary' : `an error summary: ${summary.innerText}`);
  if (summary && isRefused) {
    if (document.activeElement !== summary) say(document.activeElement, 'the error summary has not the focus, but');
    for (const link of summary.querySelectorAll('a')) if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say(link, 'leads nowhere');
    const linked = new Set([...summary.querySelectorAll('a')].map(link => link.hash));
    for (const name of new Set(all('[aria-invalid=true]').map(field => field.name)))
      if (!all(`[name="${name}"]`).some(field => linked.has(`#${field.id}`))) problems.push(`no link to ${name}`);
    for (const message of summary.querySelectorAll('li'))
      if (language === 'en' && (message.textContent.trim().split(/\s+/).length < 3 || /^(\S+ )?(is )?(invalid|required)\.?$/i.test(message.textContent.trim()))) say(message, 'says nothing');
  }

  // Targets: small ones are the scan's business
  for (const target of shown('.button, input:not([type=checkbox], [type=radio]), select, textarea, summary, .choice > label, .site-header a, .site-footer a, .staff-nav a, .comment-link, .pager a')) {
    const box = target.getBoundingClientRect();
    if (box.height < 43.5) say(target, `${Math.round(box.height)} px high`);
  }

  // Keyboard: the skip link comes first; everything shows its focus, and nothing covers it
  const stops = shown('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').filter(stop => !stop.disabled && stop.tabIndex >= 0);
  if (!stops[0]?.matches('.skip-link') || !document.querySelector(stops[0].hash)) problems.push('the first stop is not the skip link');
  const before = document.activeElement;
  for (const stop of stops) {
    stop.focus();
    const look = getComputedStyle(stop);
    if (document.activeElement !== stop) { say(stop, 'takes no focus'); continue; }
    if (look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 2) say(stop, 'shows no focus');
    const box = [...stop.getClientRects()].find(rect => rect.width > 0 && rect.height > 0);
    if (!box) { say(stop, 'has no place'); continue; }
    const seen = document.elementFromPoint(Math.max(box.left, 0) + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 12));
    if (!seen || !(stop.contains(seen) || seen.contains(stop))) say(stop, `covered by ${seen?.tagName ?? 'nothing'} at ${Math.round(box.top)}`);
  }
  before?.focus?.();
  return problems;
}
