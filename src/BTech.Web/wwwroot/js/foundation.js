// Small comforts; every page works without them.

// The error summary takes the focus, so that keyboard and screen reader start where the trouble is.
document.querySelector('[data-focus]')?.focus();

// A language chosen by hand is remembered for the start page only; without a choice there is no cookie.
for (const link of document.querySelectorAll('a[data-language]')) {
  link.addEventListener('click', () => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const age = link.dataset.language === 'en' ? 0 : 31536000;
    document.cookie = `lang=${link.dataset.language}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  });
}

// A link of the error summary takes the reader into the field, not only to it.
for (const link of document.querySelectorAll('.error-summary a[href^="#"]')) {
  link.addEventListener('click', event => {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  });
}
