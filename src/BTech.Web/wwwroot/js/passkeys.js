// Asks the browser for a passkey and posts its answer with the form that stands on the page. The challenge comes with the page.

const parsers = {
  create: window.PublicKeyCredential?.parseCreationOptionsFromJSON,
  get: window.PublicKeyCredential?.parseRequestOptionsFromJSON,
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const act = form.dataset.passkey;
  if (!navigator.credentials || !parsers[act]) continue;
  for (const missing of document.querySelectorAll('[data-passkey-missing]')) missing.hidden = true;
  form.hidden = false;

  const status = form.querySelector('[data-passkey-status]');
  const button = form.querySelector('button');

  form.addEventListener('submit', async event => {
    event.preventDefault();
    status.hidden = true;
    button.disabled = true;
    try {
      const publicKey = parsers[act].call(PublicKeyCredential, JSON.parse(form.dataset.options));
      const credential = await navigator.credentials[act]({ publicKey });
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch (problem) {
      status.textContent = status.dataset[
        { NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'there', SecurityError: 'elsewhere' }[problem.name] ?? 'failed'];
      status.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}
