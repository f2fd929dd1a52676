// Buttons that copy a text of the page. They are hidden where there is no script.

export function startCopying() {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}

function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  const selection = window.getSelection();
  selection.selectAllChildren(text);

  // The newer way needs HTTPS, and a box on a local network mostly has none.
  const word = button.querySelector('span');
  word.textContent = document.execCommand('copy') ? button.dataset.copied : button.dataset.byHand;
}
