// Wraps the global Twilio.Device, be it the vendor's or the simulator's, and tells the screen what happens to it.

import { Microphone } from './microphone.js';

let screen, device, call, tried;
export const attach = target => { screen = target; };
const tell = (kind, detail = null) => screen?.invokeMethodAsync('OnPhone', kind, detail);

export async function microphonePermission() {
  try { return (await navigator.permissions.query({ name: 'microphone' })).state; } catch { return 'prompt'; }
}

// 'ready', 'silent', 'refused', 'missing' or 'busy'. A softphone that carries no sound of its own says so by `Device.needsMicrophone = false`.
// A live microphone is heard at once, even in a quiet room: only one that is switched off takes all of the time.
export async function checkMicrophone(listen) {
  if (window.Twilio?.Device?.needsMicrophone === false) return 'ready';
  const microphone = new Microphone();
  const opened = await microphone.open();
  const found = opened === 'ready' && listen && !await microphone.hears(1500) ? 'silent' : opened;
  microphone.close();
  return found;
}

// Shows what the microphone hears in this `<meter>` until it is closed, and tells when it hears, or has heard nothing for a while.
export async function openMeter(meter) {
  closeMeter();
  const mine = tried = new Microphone(level => { meter.value = level; });
  const opened = await mine.open();
  if (opened === 'ready') tellWhatIsHeard(mine);
  return opened;
}

async function tellWhatIsHeard(microphone) {
  for (let told; ;) {
    const heard = await microphone.hears(told ? 4000 : 1500);
    if (heard === undefined) return;
    if (heard !== told) tell(heard ? 'heard' : 'silent');
    told = heard;
    if (heard) await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

export function closeMeter() {
  tried?.close();
  tried = undefined;
}

export function load(script) {
  if (window.Twilio?.Device) return Promise.resolve(true);
  return new Promise(resolve => {
    const element = document.createElement('script');
    element.src = script;
    element.onload = () => resolve(!!window.Twilio?.Device);
    element.onerror = () => { element.remove(); resolve(false); };
    document.head.append(element);
  });
}

export async function register(token, edges) {
  device?.destroy?.();
  device = new window.Twilio.Device(token, {
    closeProtection: true,
    allowIncomingWhileBusy: false,
    codecPreferences: ['opus', 'pcmu'],
    maxCallSignalingTimeoutMs: 15000,
    enableImprovedSignalingErrorPrecision: true,
    tokenRefreshMs: 60000,
    logLevel: 'error',
    ...(edges.length ? { edge: edges } : {}),
  });
  device.on('registered', () => tell('registered'));
  device.on('unregistered', () => tell('unregistered'));
  device.on('tokenWillExpire', () => tell('tokenWillExpire'));
  device.on('error', error => tell('deviceError', String(error?.code ?? '')));
  await device.register();
}

export const updateToken = token => device?.updateToken(token);

// Sound without a click is allowed to a page that may record, or that was clicked before.
export async function canPlay() {
  if (navigator.userActivation?.hasBeenActive || await microphonePermission() === 'granted') return true;
  return audio().state === 'running';
}

export async function join(params) {
  await leave();
  try {
    const mine = await device.connect({ params });
    call = mine;
    const ifMine = (kind, detail) => { if (call === mine) tell(kind, detail); };
    const end = kind => { if (call === mine) { call = undefined; tell(kind); } };
    mine.on('accept', () => ifMine('accepted'));
    mine.on('disconnect', () => end('ended'));
    mine.on('cancel', () => end('ended'));
    mine.on('reject', () => end('ended'));
    mine.on('error', error => ifMine('callError', String(error?.code ?? '')));
    mine.on('reconnecting', () => ifMine('reconnecting'));
    mine.on('reconnected', () => ifMine('reconnected'));
    mine.on('mute', muted => ifMine(muted ? 'muted' : 'unmuted'));
    mine.on('caption', caption => ifMine('caption', typeof caption === 'string' ? caption : caption?.text ?? null));
    if (mine.status?.() === 'open') tell('accepted');
    return true;
  } catch (error) {
    tell('joinFailed', String(error?.code ?? error?.name ?? ''));
    return false;
  }
}

// A device holds one call: the next can only begin when the last is gone, or is overdue.
export async function leave() {
  const leaving = call;
  call = undefined;
  if (!leaving) return;
  const gone = new Promise(resolve => ['disconnect', 'cancel', 'reject'].forEach(event => leaving.on(event, resolve)));
  leaving.disconnect();
  tell('ended');
  await Promise.race([gone, new Promise(resolve => setTimeout(resolve, 1500))]);
}

export const mute = on => call?.mute(on);
export const sendDigits = digits => call?.sendDigits(digits);

export function stop() {
  leave();
  device?.destroy?.();
  device = undefined;
}

let context, ringing;
const audio = () => context ??= new AudioContext();

// Two soft notes, repeated; faster when the call is urgent.
export function ring(urgent) {
  silence();
  const play = () => {
    const sound = audio();
    sound.resume?.();
    [[0, 587], [0.18, 740], [0.42, 587], [0.6, 740]].forEach(([at, pitch]) => {
      const tone = sound.createOscillator(), volume = sound.createGain(), start = sound.currentTime + at;
      tone.type = 'triangle';
      tone.frequency.value = urgent ? pitch * 1.26 : pitch;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.16, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.17);
      tone.connect(volume).connect(sound.destination);
      tone.start(start);
      tone.stop(start + 0.18);
    });
  };
  play();
  ringing = setInterval(play, urgent ? 1100 : 2200);
}

export function silence() {
  clearInterval(ringing);
  ringing = undefined;
}
