// Plays sounds in a bar at the foot of the page, so that they go on while the list above changes.

export function startPlayer() {
  // The wallboard has none.
  const bar = document.getElementById('player');
  if (!bar) {
    return;
  }

  const audio = document.getElementById('player-audio');
  const title = document.getElementById('player-title');

  document.body.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-play]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    title.textContent = link.dataset.play;
    bar.hidden = false;

    // Setting the address loads the sound anew: what a party has heard grows.
    audio.src = link.href;
    audio.play().catch(() => {
      // Not allowed, or no sound there; the bar shows it.
    });
  });

  document.getElementById('player-close').addEventListener('click', () => {
    audio.pause();
    audio.removeAttribute('src');
    bar.hidden = true;
  });
}
