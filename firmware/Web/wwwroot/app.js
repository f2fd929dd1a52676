// What every page needs: hear of changes, count times on, play sounds. Pages can be read without it.
import { follow } from './js/changes.js';
import { startTicking } from './js/ticking.js';
import { startPlayer } from './js/player.js';

startTicking();
startPlayer();

const changes = document.body.dataset.changes;
if (changes) {
  follow(changes);
}
