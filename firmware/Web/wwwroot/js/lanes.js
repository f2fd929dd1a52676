// Callers who wait are dragged to an agent. "Give to…" beside each does the same with the keyboard and without script.
import { refresh } from './changes.js';

let call = null;

export function startLanes() {
  const form = document.getElementById('give-form');
  if (!form) {
    return;
  }

  document.addEventListener('dragstart', (event) => {
    call = event.target.closest?.('[data-call]')?.dataset.call ?? null;
    if (call) {
      event.dataTransfer.setData('text/plain', call);
      event.dataTransfer.effectAllowed = 'move';

      // The board stands still meanwhile, so that what is dragged stays.
      document.body.dataset.holds = 'drag';
    }
  });
  document.body.addEventListener('htmx:beforeRequest', (event) => {
    if (call !== null) {
      event.preventDefault();
    }
  });
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    if (call !== null) {
      event.detail.shouldSwap = false;
    }
  });
  document.addEventListener('dragover', (event) => {
    const agent = target(event);
    mark(agent);
    if (agent) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    }
  });
  document.addEventListener('drop', (event) => {
    const agent = target(event);
    if (agent) {
      event.preventDefault();
      form.action = `/calls/${encodeURIComponent(call)}/give`;
      form.elements.agent.value = agent.dataset.agent;
      form.requestSubmit();
    }
  });
  document.addEventListener('dragend', () => {
    call = null;
    mark(null);
    delete document.body.dataset.holds;
    refresh();
  });
}

function target(event) {
  return call === null ? null : event.target.closest?.('[data-agent]') ?? null;
}

function mark(agent) {
  for (const other of document.querySelectorAll('.takes')) {
    if (other !== agent) {
      other.classList.remove('takes');
    }
  }
  agent?.classList.add('takes');
}
