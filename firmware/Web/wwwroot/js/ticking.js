// Counts times on each second, by the clock of the box: each part of the page tells what time it was there when it was made.

let ahead = 0;

export function startTicking() {
  learn(document);
  document.body.addEventListener('htmx:afterSettle', (event) => {
    learn(event.target);
    tick(document);
  });
  setInterval(() => tick(document), 1000);
}

function learn(part) {
  const stamp = part.querySelector?.('[data-now]');
  if (stamp) {
    ahead = Date.now() - Number(stamp.dataset.now);
  }
}

export function tick(part) {
  const now = Date.now() - ahead;
  for (const time of part.querySelectorAll('time.ticking')) {
    time.textContent = clock(now - Number(time.dataset.since));
  }
}

function clock(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
