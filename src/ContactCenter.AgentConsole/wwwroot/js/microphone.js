// A microphone that is open only while it is checked: its level, and whether it hears anything at all.

// One in a quiet room makes some noise of its own; one that is switched off makes none.
const faintest = 0.0004;

// The browser's own noise suppression would make a quiet room as silent as a switched-off microphone.
const sound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export class Microphone {
  #show; #stream; #context; #analyser; #samples; #ticking; #closed = false; #waiting = [];

  // `show` is told the level, from 0 to 1.
  constructor(show) { this.#show = show; }

  // 'ready', or why not: 'refused', 'missing', 'busy'.
  async open() {
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio: sound });
    } catch (error) {
      if (error?.name === 'NotFoundError' || !navigator.mediaDevices) return 'missing';
      return error?.name === 'NotReadableError' ? 'busy' : 'refused';
    }
    // It may have been closed while the browser asked her.
    if (this.#closed) { this.close(); return 'ready'; }
    this.#context = new AudioContext();
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 4096;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(this.#stream).connect(this.#analyser);
    this.#ticking = setInterval(() => this.#listen(), 60);
    return 'ready';
  }

  // Whether anything is heard within that time; undefined when it was closed meanwhile.
  hears(milliseconds) {
    if (!this.#ticking) return Promise.resolve(undefined);
    return new Promise(resolve => {
      const late = setTimeout(() => resolve(false), milliseconds);
      this.#waiting.push(heard => { clearTimeout(late); resolve(heard); });
    });
  }

  close() {
    this.#closed = true;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#context?.close();
    this.#settle(undefined);
  }

  #listen() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const peak = this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    // In decibels from the faintest to the loudest, since that is how loudness is felt.
    this.#show?.(peak < faintest ? 0 : 1 - Math.log(Math.min(peak, 1)) / Math.log(faintest));
    if (peak >= faintest) this.#settle(true);
  }

  #settle(heard) {
    const told = this.#waiting;
    this.#waiting = [];
    told.forEach(tell => tell(heard));
  }
}
