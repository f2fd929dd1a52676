// Puts what is new in place of what was, where the two differ: of a long list the rows that have changed. The whole list anew costs a
// small machine half a second at each change, and takes the focus and the selection away.

import { tick } from './ticking.js';

export function startMending() {
  window.htmx.defineExtension('mend', {
    handleSwap: (style, target, fresh, settling) => {
      if (style !== 'mend') {
        return false;
      }

      // Times that have counted on are no change.
      tick(document);
      tick(fresh);
      const added = [];
      mend(target, fresh, added);
      settling.elts.push(target);
      return added;
    },
  });
}

// Rows come and go in the middle of a list: what is alike at its beginning and at its end stays as it is.
function mend(part, fresh, added) {
  const [before, after] = [[...part.childNodes], [...fresh.childNodes]];
  while (before.length && after.length && before[0].isEqualNode(after[0])) {
    before.shift();
    after.shift();
  }
  let next = null;
  while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) {
    next = before.pop();
    after.pop();
  }
  while (before.length && after.length) {
    replace(before.shift(), after.shift(), added);
  }
  before.forEach((node) => node.remove());
  for (const node of after) {
    part.insertBefore(node, next);
    added.push(node);
  }
}

function replace(node, fresh, added) {
  if (node.isEqualNode(fresh)) {
    return;
  }
  if (node.nodeName !== fresh.nodeName || !node.childElementCount || isOfHtmx(node) || isOfHtmx(fresh)) {
    node.replaceWith(fresh);
    added.push(fresh);
    return;
  }
  for (const name of node.getAttributeNames().filter((name) => !fresh.hasAttribute(name))) {
    node.removeAttribute(name);
  }
  for (const name of fresh.getAttributeNames().filter((name) => node.getAttribute(name) !== fresh.getAttribute(name))) {
    node.setAttribute(name, fresh.getAttribute(name));
  }
  mend(node, fresh, added);
}

// What htmx has bound is bound anew.
function isOfHtmx(node) {
  return node.getAttributeNames().some((name) => name.startsWith('hx-'));
}
