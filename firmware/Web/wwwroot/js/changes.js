// Listens to a stream of changes and lets htmx fetch the parts of the page that show them. Comes back by itself after a restart of the
// box, a lost network or a closed lid, and fetches everything anew each time that it does.

const longestPause = 10_000;

export function follow(address) {
  const state = linkState();
  let source = null;
  let retry = 0;
  let pause = 500;

  function open() {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(address);
    source.addEventListener('open', () => {
      pause = 500;
      state('live');
      tell('live');
    });
    source.addEventListener('changed', refresh);
    source.addEventListener('error', () => {
      state('lost');
      tell('lost');

      // The browser gives up for good when the answer is an error (the box starts, the login has ended).
      if (source.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, pause);
        pause = Math.min(pause * 2, longestPause);
        askForLogin();
      }
    });
  }

  // A page in the background gives its connection back: a browser has only six for one box.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      clearTimeout(retry);
      source?.close();
    } else {
      open();
    }
  });
  if (!document.hidden) {
    open();
  }
}

export function refresh() {
  if (document.body.dataset.holds) {
    return;
  }
  for (const part of document.querySelectorAll('[hx-trigger^="changed"]')) {
    window.htmx.trigger(part, 'changed');
  }
}

// Where the login has ended, the page itself leads to the sign-in page.
async function askForLogin() {
  try {
    const answer = await fetch(location.href, { redirect: 'manual' });
    if (answer.type === 'opaqueredirect') {
      location.reload();
    }
  } catch {
    // The box is away; the stream is tried again anyway.
  }
}

// Parts of a page that show the state of the link in their own way.
function tell(state) {
  document.dispatchEvent(new CustomEvent('box-link', { detail: state }));
}

function linkState() {
  const line = document.getElementById('link-state');
  const words = document.getElementById('link-words');
  if (!line || !words) {
    return () => {};
  }
  line.hidden = false;
  return (state) => {
    line.dataset.state = state;
    words.textContent = words.dataset[state];
  };
}
