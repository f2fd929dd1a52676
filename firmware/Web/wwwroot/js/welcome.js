// The first start: proposes the time zone of the browser, and waits for a box that starts anew.

const pause = 1000;
const mostLooks = 15;

export function startWelcome() {
  const zones = document.querySelector('[data-propose-zone]');
  if (zones) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...zones.options].some((option) => option.value === here)) {
      zones.value = here;
    }
  }

  const back = document.querySelector('[data-comes-back]');
  if (back) {
    setTimeout(() => wait(back.dataset.comesBack), pause);
  }
}

// The box answers for a moment longer before it goes down, so its absence is waited for first, but not for ever.
async function wait(address, wasAway = false, looks = 1) {
  let isThere = true;
  try {
    await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(2 * pause) });
  } catch {
    isThere = false;
  }
  if (isThere && (wasAway || looks >= mostLooks)) {
    location.assign(address);
    return;
  }
  setTimeout(() => wait(address, wasAway || !isThere, looks + 1), pause);
}
