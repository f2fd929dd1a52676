// The page of a recording: the picture of the sound is a slider, the sound has speeds, and both work by keys. Without it the browser's own
// player does.

const STEP = 5;

export function startRecording() {
  const wave = document.getElementById('wave');
  const audio = document.getElementById('sound');
  if (!wave || !audio) {
    return;
  }
  const length = Number(wave.dataset.seconds);
  const head = document.getElementById('wave-head');
  const width = wave.querySelector('svg').viewBox.baseVal.width;
  const speeds = document.getElementById('speeds');
  const buttons = [...speeds.querySelectorAll('button[data-speed]')];

  // A recording that is still being written has no length yet but that of what was loaded.
  const seconds = () => (Number.isFinite(audio.duration) ? audio.duration : length);
  const show = () => {
    const share = seconds() > 0 ? Math.min(1, audio.currentTime / seconds()) : 0;
    head.setAttribute('width', share * width);
    wave.setAttribute('aria-valuenow', Math.round(audio.currentTime));
    wave.setAttribute('aria-valuemax', Math.round(seconds()));
    wave.setAttribute('aria-valuetext', `${clock(audio.currentTime)} / ${clock(seconds())}`);
  };
  const go = to => {
    audio.currentTime = Math.max(0, Math.min(seconds(), to));
    show();
  };
  const toggle = () => (audio.paused ? audio.play().catch(() => {}) : audio.pause());
  const setSpeed = button => {
    audio.defaultPlaybackRate = audio.playbackRate = Number(button.dataset.speed);
    buttons.forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  };
  const shift = by => {
    const now = buttons.findIndex(button => button.getAttribute('aria-pressed') === 'true');
    setSpeed(buttons[Math.max(0, Math.min(buttons.length - 1, now + by))]);
  };

  wave.tabIndex = 0;
  wave.setAttribute('role', 'slider');
  wave.setAttribute('aria-label', wave.dataset.label);
  wave.setAttribute('aria-valuemin', '0');
  wave.querySelector('svg').setAttribute('aria-hidden', 'true');
  wave.addEventListener('pointerdown', event => {
    const box = wave.getBoundingClientRect();
    go(((event.clientX - box.left) / box.width) * seconds());
    audio.play().catch(() => {});
  });

  const keys = {
    ' ': toggle,
    ArrowLeft: () => go(audio.currentTime - STEP),
    ArrowRight: () => go(audio.currentTime + STEP),
    Home: () => go(0),
    End: () => go(seconds()),
    '+': () => shift(1),
    '-': () => shift(-1),
  };
  document.addEventListener('keydown', event => {
    const isTaken = event.ctrlKey || event.metaKey || event.altKey
      || (event.target !== wave && event.target.closest('input, textarea, select, button, a, audio, summary'));
    if (!isTaken && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  speeds.hidden = false;
  speeds.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.speed) {
      setSpeed(button);
    } else if (button?.dataset.skip) {
      go(audio.currentTime + Number(button.dataset.skip));
    }
  });
  ['timeupdate', 'seeked', 'loadedmetadata'].forEach(name => audio.addEventListener(name, show));
  show();
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
