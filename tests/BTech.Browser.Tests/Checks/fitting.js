// Whether the page fits: no sideways scrolling of the page, no text cut off or running over what stands beside it.
() => {
  const problems = [];
  const say = (element, what) => problems.push(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 160)}`);
  const room = document.documentElement.clientWidth;
  const all = [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility() && !element.closest('.visually-hidden, .skip-link, svg, option'));
  if (document.documentElement.scrollWidth > room) {
    problems.push(`${document.documentElement.scrollWidth} wide in a window of ${room}`);
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if ((box.right > room + 1 || box.left < -1) && !element.closest('.scroll') && !element.querySelector('*')) say(element, `from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
  }
  for (const element of all) {
    const look = getComputedStyle(element);
    if (element.matches('input, select, textarea, .scroll')) continue;
    if (/hidden|clip/.test(look.overflowX + look.overflowY) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) say(element, 'cut off');
    if (element.matches('.button, .tag, label, a, h1, h2, h3') && element.scrollWidth > element.clientWidth + 1 && look.display !== 'inline') say(element, 'text runs out of it');
  }
  return problems;
}
