// The agent's desk by keys alone, and a note that stays with its call.

export function startDesk() {
  const desk = document.getElementById('desk');
  if (!desk) {
    return;
  }
  const form = document.getElementById('note-form');
  const text = form.elements.text;

  document.addEventListener('keydown', (event) => onKey(event, form));
  document.body.addEventListener('htmx:afterSettle', () => follow(form));
  document.body.addEventListener('note-kept', () => {
    text.value = '';
    follow(form);
  });
}

// The note is for the call at hand, unless one for the call before is being written.
function follow(form) {
  const at = document.querySelector('.desk-call');
  if (at && form.elements.text.value.trim() === '') {
    form.elements.call.value = at.dataset.call ?? '';
    document.getElementById('note-for').textContent = at.dataset.who ?? '';
  }
}

function onKey(event, form) {
  const writes = event.target.closest?.('input, textarea, select');
  if (writes && event.key === 'Escape') {
    writes.blur();
    return;
  }
  if (event.key === 'Enter' && event.ctrlKey && writes === form.elements.text) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (writes || event.ctrlKey || event.altKey || event.metaKey || !document.getElementById('keys-on').checked) {
    return;
  }
  if (event.key === '?') {
    const help = document.getElementById('keys-help');
    help.open = !help.open;
    event.preventDefault();
    return;
  }
  const key = CSS.escape(event.key);
  const field = document.querySelector(`[data-focus="${key}"]`);
  const button = document.querySelector(`button[data-key="${key}"]`);
  if (field ?? button) {
    event.preventDefault();
    field?.focus();
    button?.click();
  }
}
