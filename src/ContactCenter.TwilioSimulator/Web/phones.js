const words = {
  fr: { title: 'Téléphones de démonstration', subtitle: 'Rien ici ne sort de cette machine : un opérateur simulé parle au serveur comme Twilio.', patient: 'Le patient', from: 'Appelle depuis', known: '06 12 34 56 01 · connue des Lilas', knownThere: '06 12 34 56 51 · connue du Canal', unknown: '06 12 34 56 99 · numéro inconnu', masked: 'Numéro masqué', other: 'Autre numéro…', number: 'Numéro (+33…)', to: 'Compose', say: 'Parler (quand on vous écoute)', speak: 'Dire', dial: 'Appeler', hangup: 'Raccrocher', aloud: 'Lire à voix haute', heard: 'Ce que le patient entend', others: 'Les autres téléphones', wire: 'Échanges avec le serveur', wireHint: 'Chaque requête signée et le document TwiML reçu en réponse.', keypad: 'Clavier', idle: 'Raccroché', queued: 'Connexion…', ringing: 'Sonne…', 'in-progress': 'En ligne', completed: 'Appel terminé', busy: 'Occupé', failed: 'Échec', 'no-answer': 'Sans réponse', canceled: 'Annulé', answer: 'Décrocher', refuse: 'Refuser', voicemail: 'Messagerie', rings: 'Appel entrant', music: '♪ musique d’attente', beep: '(bip)', tones: '♪ touche', together: 'En conversation avec', listening: '(on vous écoute)', agent: 'la secrétaire', caller: 'le patient', target: 'le correspondant', wrong: 'Ce numéro n’est pas attribué.', doctor: 'Astreinte des Lilas', doctorThere: 'Astreinte du Canal', samu: 'SAMU', eu: 'Urgences européennes', fallback: 'Portable de la secrétaire', noAnswer: 'pas de réponse' },
  en: { title: 'Demonstration phones', subtitle: 'Nothing leaves this machine: a simulated carrier speaks to the server as Twilio does.', patient: 'The patient', from: 'Calls from', known: '06 12 34 56 01 · known to the Lilas', knownThere: '06 12 34 56 51 · known to the Canal', unknown: '06 12 34 56 99 · unknown number', masked: 'Withheld number', other: 'Another number…', number: 'Number (+33…)', to: 'Dials', say: 'Speak (when listened to)', speak: 'Say', dial: 'Call', hangup: 'Hang up', aloud: 'Read aloud', heard: 'What the patient hears', others: 'The other phones', wire: 'Exchanges with the server', wireHint: 'Each signed request and the TwiML document it was answered with.', keypad: 'Keypad', idle: 'Hung up', queued: 'Connecting…', ringing: 'Ringing…', 'in-progress': 'On the line', completed: 'Call over', busy: 'Busy', failed: 'Failed', 'no-answer': 'No answer', canceled: 'Cancelled', answer: 'Answer', refuse: 'Refuse', voicemail: 'Voicemail', rings: 'Incoming call', music: '♪ hold music', beep: '(beep)', tones: '♪ key', together: 'Talking with', listening: '(you are listened to)', agent: 'the secretary', caller: 'the patient', target: 'the other party', wrong: 'This number is not in use.', doctor: 'On call for the Lilas', doctorThere: 'On call for the Canal', samu: 'SAMU', eu: 'European emergency', fallback: 'Secretary’s mobile', noAnswer: 'no answer' },
};
let language = localStorage.getItem('phones.language') ?? 'fr';
const t = key => words[language][key] ?? key;
const $ = id => document.getElementById(id);
const handsets = [['15', 'samu'], ['112', 'eu'], ['+33600000015', 'doctor'], ['+33600000017', 'doctorThere'], ['+33600000021', 'fallback'], ['+33600000022', 'fallback']];
const legs = new Map();
let mine = null, numbers = [], music = null, socket;

function translate() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-t]').forEach(e => e.textContent = t(e.dataset.t));
  document.querySelectorAll('[data-l]').forEach(e => e.setAttribute('aria-label', t(e.dataset.l)));
  $('language').textContent = language === 'fr' ? 'English' : 'Français';
  $('language').lang = language === 'fr' ? 'en' : 'fr';
  paint();
}
function send(message) { socket.send(JSON.stringify(message)); }
function add(list, node) { const near = list.scrollHeight - list.scrollTop - list.clientHeight < 60; list.append(node); while (list.children.length > 200) list.firstChild.remove(); if (near) list.scrollTop = list.scrollHeight; }
function line(text, aside) { const li = document.createElement('li'); li.textContent = text; if (aside) li.className = 'aside'; return li; }

function paint() {
  const leg = mine && legs.get(mine);
  const live = leg && !leg.endedAt && !['completed', 'busy', 'failed', 'no-answer', 'canceled'].includes(leg.status);
  $('patient-state').textContent = leg ? t(leg.status) : t('idle');
  $('dial').disabled = !!live; $('hangup').disabled = !live;
  document.querySelectorAll('#keypad button').forEach(b => b.disabled = !live);
  for (const [number, name] of handsets) paintHandset(number, name);
}
function paintHandset(number, name) {
  let card = $(`phone-${number}`);
  if (!card) {
    card = document.createElement('article'); card.id = `phone-${number}`; card.dataset.testid = `phone-${number}`;
    card.innerHTML = '<h3><span></span><small></small></h3><p role="status"></p><div class="actions"></div><p class="aside" aria-live="polite"></p>';
    $('phones').append(card);
  }
  const leg = [...legs.values()].filter(l => l.to === number).at(-1);
  const live = leg && !leg.endedAt, rings = live && leg.status === 'ringing', talks = live && leg.status === 'in-progress';
  card.classList.toggle('rings', !!rings);
  card.querySelector('h3 span').textContent = t(name); card.querySelector('small').textContent = number;
  card.querySelector('[role=status]').textContent = rings ? t('rings') : leg ? t(talks && leg.voicemail ? 'voicemail' : leg.status) : t('idle');
  const actions = card.querySelector('.actions'); const state = `${rings}${talks}${leg?.voicemail}${leg?.sid}${language}`;
  if (actions.dataset.state === state) return;
  actions.dataset.state = state; actions.replaceChildren();
  const button = (label, act, test, kind) => { const b = document.createElement('button'); b.type = 'button'; b.textContent = label; b.onclick = act; b.dataset.testid = `${test}-${number}`; if (kind) b.className = kind; actions.append(b); };
  if (rings) {
    button(t('answer'), () => send({ type: 'answer', sid: leg.sid }), 'answer', 'go');
    button(t('refuse'), () => send({ type: 'refuse', sid: leg.sid }), 'refuse', 'stop');
    button(t('voicemail'), () => send({ type: 'voicemail', sid: leg.sid }), 'voicemail');
  }
  if (talks && !leg.voicemail) { button('1', () => send({ type: 'keys', sid: leg.sid, keys: '1' }), 'key-1'); button('2', () => send({ type: 'keys', sid: leg.sid, keys: '2' }), 'key-2'); button(t('hangup'), () => send({ type: 'hangup', sid: leg.sid }), 'hangup', 'stop'); }
}
function heard(message) {
  const leg = legs.get(message.sid);
  const text = ['say', 'greeting'].includes(message.kind) ? message.text : message.kind === 'play' ? t('music') : message.kind === 'beep' ? t('beep') : message.kind === 'tones' ? `${t('tones')} ${message.text}`
    : message.kind === 'together' && message.text ? `${t('together')} ${message.text.split(', ').map(p => t(p.split('-')[0])).join(', ')}` : message.kind === 'listening' && message.text === 'speech' ? t('listening') : null;
  play(message.sid === mine && message.kind === 'play');
  if (!text) return;
  if (message.sid === mine) {
    add($('heard'), line(text, message.kind !== 'say'));
    if (message.kind === 'say' && $('aloud').checked && window.speechSynthesis) { const u = new SpeechSynthesisUtterance(message.text); u.lang = message.language || 'fr-FR'; speechSynthesis.cancel(); speechSynthesis.speak(u); }
  } else if (leg) { const aside = $(`phone-${leg.to}`)?.querySelector('.aside'); if (aside) aside.textContent = text; }
}
// Four soft chords, so that waiting can be heard without any file.
function play(on) {
  if (!on) { music?.stop(); music = null; return; }
  if (music || !$('aloud').checked) return;
  try {
    const audio = new AudioContext(), gain = audio.createGain(); gain.gain.value = 0.04; gain.connect(audio.destination);
    const chords = [[262, 330, 392], [220, 262, 330], [175, 220, 262], [196, 247, 294]]; let n = 0;
    const strike = () => { for (const f of chords[n++ % 4]) { const o = audio.createOscillator(), g = audio.createGain(); o.frequency.value = f; o.connect(g); g.connect(gain); g.gain.setValueAtTime(1, audio.currentTime); g.gain.exponentialRampToValueAtTime(0.01, audio.currentTime + 1.9); o.start(); o.stop(audio.currentTime + 2); } };
    strike(); const timer = setInterval(strike, 2000); music = { stop() { clearInterval(timer); audio.close(); } };
  } catch { music = null; }
}
function exchange(message) {
  const li = document.createElement('li'), details = document.createElement('details'), summary = document.createElement('summary'), pre = document.createElement('pre');
  const path = message.path.split('?')[0];
  summary.textContent = `${new Date(message.at).toLocaleTimeString(language)} ${message.form.StatusCallbackEvent ?? message.form.CallStatus ?? ''} ${path} → ${message.answer ?? t('noAnswer')} · ${message.ms} ms`;
  if (!message.answer || message.answer >= 400) summary.className = 'bad';
  pre.textContent = `${Object.entries(message.form).map(([k, v]) => `${k}=${v}`).join('\n')}\n\n${message.body ?? ''}`;
  details.append(summary, pre); li.append(details); add($('wire'), li);
}
function connect() {
  socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/phones/socket`);
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'hello') { numbers = message.numbers; $('to').replaceChildren(...numbers.map(n => new Option(`${n.friendlyName} · ${n.number}`, n.number))); }
    else if (message.type === 'leg') {
      legs.set(message.sid, message);
      if (dialling && message.direction === 'inbound' && message.from === dialling) { mine = message.sid; dialling = null; }
      if (message.sid === mine && message.endedAt) play(false);
      paint();
    }
    else if (message.type === 'heard') heard(message);
    else if (message.type === 'text') { const aside = $(`phone-${message.to}`)?.querySelector('.aside'); if (aside) aside.textContent = `SMS : ${message.body}`; else add($('heard'), line(`SMS ${message.to} : ${message.body}`, true)); }
    else if (message.type === 'webhook') exchange(message);
    else if (message.type === 'wrong-number') add($('heard'), line(t('wrong'), true));
  };
  socket.onclose = () => setTimeout(connect, 1000);
}
let dialling = null;
for (const key of '123456789*0#') { const b = document.createElement('button'); b.type = 'button'; b.textContent = key; b.dataset.testid = `key-${key}`; b.onclick = () => mine && send({ type: 'keys', sid: mine, keys: key }); $('keypad').append(b); }
$('from').onchange = () => $('other-field').hidden = $('from').value !== 'other';
$('dial').onclick = () => { $('heard').replaceChildren(); dialling = $('from').value === 'other' ? $('other').value.replaceAll(' ', '') : $('from').value; send({ type: 'dial', from: dialling, to: $('to').value }); };
$('hangup').onclick = () => mine && send({ type: 'hangup', sid: mine });
$('speak').onsubmit = event => { event.preventDefault(); if (mine && $('words').value) { send({ type: 'speak', sid: mine, text: $('words').value }); add($('heard'), line(`« ${$('words').value} »`, true)); $('words').value = ''; } };
$('language').onclick = () => { language = language === 'fr' ? 'en' : 'fr'; localStorage.setItem('phones.language', language); translate(); };
translate(); connect();
