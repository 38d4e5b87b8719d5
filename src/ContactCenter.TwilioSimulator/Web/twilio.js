// A softphone with the surface of the Twilio Voice JavaScript SDK that the console uses, spoken over a WebSocket to the simulator.
(() => {
  const base = new URL(document.currentScript.src);
  class Emitter {
    #handlers = new Map();
    on(name, handler) { (this.#handlers.get(name) ?? this.#handlers.set(name, []).get(name)).push(handler); return this; }
    addListener(name, handler) { return this.on(name, handler); }
    off(name, handler) { this.#handlers.set(name, (this.#handlers.get(name) ?? []).filter(h => h !== handler)); return this; }
    removeListener(name, handler) { return this.off(name, handler); }
    removeAllListeners(name) { name ? this.#handlers.delete(name) : this.#handlers.clear(); return this; }
    once(name, handler) { const one = (...args) => { this.off(name, one); handler(...args); }; return this.on(name, one); }
    emit(name, ...args) { for (const handler of [...(this.#handlers.get(name) ?? [])]) handler(...args); }
  }

  class Call extends Emitter {
    parameters = {};
    customParameters = new Map();
    #device; #muted = false; #status = 'pending';
    constructor(device, direction, parameters) { super(); this.#device = device; this.direction = direction; this.parameters = parameters; }
    status() { return this.#status; }
    isMuted() { return this.#muted; }
    accept() { this.#device._send({ type: 'accept' }); }
    reject() { this.#device._send({ type: 'reject' }); this._set('closed'); this.emit('reject'); }
    ignore() { this.reject(); }
    mute(muted = true) { this.#muted = muted; this.#device._send({ type: 'mute', muted }); this.emit('mute', muted, this); }
    sendDigits(digits) { this.#device._send({ type: 'digits', digits }); }
    disconnect() { this.#device._send({ type: 'hangup' }); }
    getLocalStream() { return undefined; }
    getRemoteStream() { return undefined; }
    _set(status) { this.#status = status; }
  }

  class Device extends Emitter {
    #token; #socket; #call = null; #lostAt = 0; #state = 'unregistered'; #wanted = false; #attempt = 0; #expiry;
    constructor(token, options = {}) { super(); this.#token = token; this.options = options; this.#watchToken(); addEventListener('pagehide', () => this.#socket?.close(1000)); }
    static get isSupported() { return true; }
    // What is said travels as text: no sound is recorded, so a machine without a microphone will do. With ?microphone=needed the page checks one all the same.
    static needsMicrophone = base.searchParams.get('microphone') === 'needed';
    get state() { return this.#state; }
    get identity() { return this._identity; }
    get token() { return this.#token; }
    get isBusy() { return this.#call !== null; }
    get calls() { return this.#call ? [this.#call] : []; }
    async register() { this.#wanted = true; await this.#open(); }
    async unregister() { this.#wanted = false; this.#socket?.close(1000); this.#set('unregistered'); }
    destroy() { this.unregister(); this.#set('destroyed'); clearTimeout(this.#expiry); this.emit('destroyed'); }
    updateToken(token) { this.#token = token; this.#watchToken(); }
    updateOptions(options) { Object.assign(this.options, options); }
    disconnectAll() { this.#call?.disconnect(); }
    async connect({ params = {} } = {}) {
      if (this.#call) throw new Error('A Call is already active');
      await this.#open();
      const call = this.#call = new Call(this, 'OUTGOING', {});
      call._set('connecting');
      this._send({ type: 'connect', params });
      return call;
    }
    audio = { availableInputDevices: new Map(), availableOutputDevices: new Map(), isOutputSelectionSupported: false, incoming() {}, outgoing() {}, disconnect() {}, setInputDevice: async () => {}, on() {} };
    static runPreflight() { const flight = new Emitter(); setTimeout(() => flight.emit('completed', { callQuality: 'excellent' }), 50); return flight; }

    _send(message) { if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message)); }
    #set(state) { this.#state = state; if (state === 'registered' || state === 'unregistered' || state === 'registering') this.emit(state, this); }

    #watchToken() {
      clearTimeout(this.#expiry);
      try {
        const { exp, iat } = JSON.parse(atob(this.#token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
        const early = this.options?.tokenRefreshMs ?? 10000;
        this.#expiry = setTimeout(() => this.emit('tokenWillExpire', this), // The token's own lifetime counts, since the demonstration's clock may be set to another hour than the browser's.
          Math.min(2 ** 31 - 1, Math.max(1000, (exp - iat) * 1000 - early)));
      } catch { /* a token that cannot be read is refused on registration */ }
    }

    #open() {
      if (this.#socket?.readyState === WebSocket.OPEN && this.#state === 'registered') return Promise.resolve();
      this.#set('registering');
      const address = `${base.protocol === 'https:' ? 'wss' : 'ws'}://${base.host}/softphone/socket?token=${encodeURIComponent(this.#token)}`
        + (this.#call?.status() === 'reconnecting' ? `&resume=${this.#call.parameters.CallSid}` : '');
      const socket = this.#socket = new WebSocket(address);
      return new Promise((resolve, reject) => {
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.type === 'registered') { this._identity = message.identity; this.#attempt = 0; this.#set('registered'); resolve(); }
          else if (message.type === 'error') { const error = this.#error(message.code, message.message); this.emit('error', error); reject(error); }
          else this.#received(message);
        };
        socket.onclose = () => this.#closed(socket, reject);
      });
    }

    #received(message) {
      const call = this.#call;
      switch (message.type) {
        case 'ringing': call.parameters.CallSid = message.callSid; call._set('ringing'); call.emit('ringing', false); break;
        case 'accept': call.parameters.CallSid = message.callSid; call._set('open'); call.emit('accept', call); break;
        case 'resumed': if (call?.status() === 'reconnecting') { call._set('open'); call.emit('reconnected', call); } break;
        case 'caption': call?.emit('caption', message); break;
        case 'incoming': {
          const incoming = this.#call = new Call(this, 'INCOMING', { CallSid: message.callSid, From: message.from });
          this.emit('incoming', incoming);
          break;
        }
        case 'disconnect': if (call) { this.#call = null; const ringing = call.status() === 'pending'; call._set('closed'); call.emit(ringing ? 'cancel' : 'disconnect', call); } break;
      }
    }

    #closed(socket, reject) {
      if (socket !== this.#socket) return;
      this.#interrupted();
      if (this.#state !== 'destroyed') this.#set('unregistered');
      reject(this.#error(31005, 'Connection error'));
      if (this.#wanted) setTimeout(() => this.#wanted && this.#open().catch(() => {}), Math.min(5000, 250 * 2 ** this.#attempt++) * (0.75 + Math.random() / 2));
    }

    // A call that was open waits for its line to come back, as long as the vendor's does; one that was not is lost.
    #interrupted() {
      const call = this.#call;
      if (!call) return;
      if (call.status() === 'open' && this.#wanted) {
        this.#lostAt = Date.now();
        call._set('reconnecting');
        call.emit('reconnecting', this.#error(53405, 'Media connection failed'));
      } else if (call.status() !== 'reconnecting' || !this.#wanted || Date.now() - this.#lostAt > 30000) {
        if (call.status() === 'reconnecting' && this.#wanted) call.emit('error', this.#error(31003, 'Connection timeout'));
        this.#call = null;
        call._set('closed');
        call.emit('disconnect', call);
      }
    }

    #error(code, message) { return Object.assign(new Error(message), { code, explanation: message }); }
  }

  window.Twilio = { Device, Call };
})();
