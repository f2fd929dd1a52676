// What every page needs: hear of changes, count times on, play sounds, copy texts. Pages can be read without it.
import { follow } from './js/changes.js';
import { startEditor } from './js/editor.js';
import { startMending } from './js/mending.js';
import { startMenu } from './js/menu.js';
import { startCopying } from './js/copy.js';
import { startTicking } from './js/ticking.js';
import { startPlayer } from './js/player.js';
import { startRecording } from './js/recording.js';
import { startDesk } from './js/desk.js';
import { startLanes } from './js/lanes.js';
import { startWall } from './js/wall.js';
import { startWelcome } from './js/welcome.js';

startTicking();
startPlayer();
startCopying();
startMending();
startMenu();
startRecording();
startLanes();
startDesk();
startWall();
startEditor();
startWelcome();

const changes = document.body.dataset.changes;
if (changes) {
  follow(changes);
}
