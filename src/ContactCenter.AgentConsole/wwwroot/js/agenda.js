// An appointment follows the mouse over the agenda in steps of five minutes. Where it may stand is for the server to say.

const STEP = 5, SLACK = 5, EDGE = 36;
const sheets = new WeakMap();

export function follow(sheet, from, target) {
  if (!sheet?.isConnected) return;
  const known = sheets.has(sheet);
  sheets.set(sheet, { from, target });
  if (!known) sheet.addEventListener('pointerdown', event => begin(event, sheet));
}

function begin(event, sheet) {
  const face = event.target.closest('[data-move]');
  if (!face || event.button !== 0 || event.pointerType !== 'mouse') return;
  const box = face.getBoundingClientRect();
  const drag = { sheet, face, box, x: event.clientX, y: event.clientY, grabbed: event.clientY - box.top, ghost: null, spot: null };
  const move = e => moved(e, drag);
  const key = e => { if (e.key === 'Escape' && drag.ghost) { e.preventDefault(); e.stopPropagation(); drag.spot = null; finish(); } };
  const finish = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', finish);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', key, true);
    end(drag);
  };
  const cancel = () => { drag.spot = null; finish(); };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', finish);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', key, true);
}

function moved(event, drag) {
  if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return;
  event.preventDefault();
  drag.ghost ??= ghostOf(drag);
  const frame = drag.sheet.getBoundingClientRect();
  if (event.clientY < frame.top + EDGE) drag.sheet.scrollTop -= 8;
  if (event.clientY > frame.bottom - EDGE) drag.sheet.scrollTop += 8;
  const column = [...drag.sheet.querySelectorAll('[data-column]')].find(c => {
    const { left, right } = c.getBoundingClientRect();
    return event.clientX >= left && event.clientX < right;
  });
  const inside = column && event.clientY > frame.top && event.clientY < frame.bottom;
  drag.spot = inside ? spotIn(column, event, drag) : null;
  place(drag, event);
}

function spotIn(column, event, drag) {
  const box = column.getBoundingClientRect();
  const pixels = parseFloat(getComputedStyle(drag.sheet).getPropertyValue('--minute'));
  const raw = sheets.get(drag.sheet).from + (event.clientY - drag.grabbed - box.top) / pixels;
  const minute = Math.max(0, Math.round(raw / STEP) * STEP);
  return { column: Number(column.dataset.column), minute, left: box.left + 2, width: box.width - 4, top: box.top + (minute - sheets.get(drag.sheet).from) * pixels };
}

function ghostOf(drag) {
  const ghost = document.createElement('div');
  ghost.className = `${drag.face.parentElement.className} block-ghost`;
  ghost.style.height = `${drag.box.height}px`;
  ghost.setAttribute('aria-hidden', 'true');
  document.body.append(ghost);
  drag.face.parentElement.classList.add('block-leaving');
  document.documentElement.classList.add('is-dragging');
  return ghost;
}

function place(drag, event) {
  const { ghost, spot, box } = drag;
  ghost.style.left = `${spot ? spot.left : event.clientX - box.width / 2}px`;
  ghost.style.top = `${spot ? spot.top : event.clientY - drag.grabbed}px`;
  ghost.style.width = `${spot ? spot.width : box.width}px`;
  ghost.classList.toggle('is-nowhere', !spot);
  ghost.textContent = spot ? `${two(Math.floor(spot.minute / 60))}:${two(spot.minute % 60)}` : '';
}

const two = number => String(number).padStart(2, '0');

function end(drag) {
  if (!drag.ghost) return;
  drag.ghost.remove();
  drag.face.parentElement.classList.remove('block-leaving');
  document.documentElement.classList.remove('is-dragging');
  // The mouse's release is a click too, and would open the appointment.
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true));
  if (drag.spot) sheets.get(drag.sheet).target.invokeMethodAsync('OnDrop', drag.face.dataset.move, drag.spot.column, drag.spot.minute);
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}
