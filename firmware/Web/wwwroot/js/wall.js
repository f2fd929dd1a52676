// The board on the wall: says since when it hears nothing, and loads itself again when the box speaks another version.

export function startWall() {
  const lost = document.getElementById('wall-lost');
  if (!lost) {
    return;
  }
  let since = null;

  document.addEventListener('box-link', (event) => {
    if (event.detail === 'live') {
      since = null;
      lost.hidden = true;
    } else if (since === null) {
      since = new Date();
      const two = (value) => String(value).padStart(2, '0');
      lost.textContent = lost.dataset.words.replace('{0}', `${two(since.getHours())}:${two(since.getMinutes())}`);
      lost.hidden = false;
    }
  });

  document.body.addEventListener('htmx:afterSettle', () => {
    const now = document.querySelector('.wall-now')?.dataset.version;
    if (now && now !== document.body.dataset.version) {
      location.reload();
    }
  });
}
