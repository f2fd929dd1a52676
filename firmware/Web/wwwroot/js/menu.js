// The group of the menu closes when one goes elsewhere, as menus do. Without script it stays open until it is clicked again.

export function startMenu() {
  const group = document.querySelector('details[data-menu]');
  if (!group) {
    return;
  }

  document.addEventListener('click', event => {
    if (!group.contains(event.target)) {
      group.open = false;
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && group.open) {
      group.open = false;
      group.querySelector('summary').focus();
    }
  });
}
