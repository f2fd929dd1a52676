// The text of the site file: numbers beside its lines, and the way from a mistake to its line. Without script the text is a plain field.

export function startEditor() {
  const editor = document.querySelector('[data-editor]');
  const findings = document.getElementById('findings');
  if (!editor || !findings) {
    return;
  }

  const text = editor.querySelector('textarea');
  const numbers = editor.querySelector('[data-numbers]');
  let shown = 0;

  const count = () => {
    const lines = text.value.split('\n').length;
    if (lines !== shown) {
      shown = lines;
      numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join('\n');
    }

    follow();
  };
  const follow = () => { numbers.scrollTop = text.scrollTop; };

  numbers.hidden = false;
  findings.classList.add('scripted');
  text.addEventListener('input', count);
  text.addEventListener('scroll', follow);
  findings.addEventListener('click', event => {
    const button = event.target.closest('button[data-line]');
    if (button) {
      goTo(text, Number(button.dataset.line), Number(button.dataset.column));
    }
  });
  count();
}

function goTo(text, line, column) {
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (lines[line - 1] ?? '').length;
  text.focus();
  text.setSelectionRange(Math.min(start + column - 1, end), end);
  text.scrollTop = Math.max(0, line - 4) * parseFloat(getComputedStyle(text).lineHeight);
  text.scrollLeft = 0;
}
