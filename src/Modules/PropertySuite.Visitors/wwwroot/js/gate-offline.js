import { Controller } from "../../PropertySuite.Office/vendor/stimulus.js";
import { register } from "../../PropertySuite.Office/js/app.js";
import { clock } from "./gate.js";
import { readPass, randomKey } from "./gate-pass.js";
import { all, put, settings } from "./gate-store.js";
import { synchronise } from "./gate-sync.js";

const pause = 5_000; // milliseconds between two looks for the network
const scanned = "ps-gate-scanned";

/** The gate without a connection: checks the pass with what the device keeps, and notes who comes in until it can be sent. */
class GateOfflineController extends Controller {
  static targets = ["part", "state", "back", "count", "gate", "gates", "code", "reason", "valid", "persons", "told", "known", "list"];
  static values = { settings: String, send: String };

  async connect() {
    this.again = () => this.synchronise();
    addEventListener("online", this.again);
    this.timer = setInterval(this.again, pause);
    await this.show();
    const code = sessionStorage.getItem(scanned);
    sessionStorage.removeItem(scanned);
    if (code) await this.judge(code);
    this.synchronise();
  }

  disconnect() {
    removeEventListener("online", this.again);
    clearInterval(this.timer);
  }

  async check(event) {
    event.preventDefault();
    event.stopPropagation();
    await this.judge(this.codeTarget.value);
  }

  async judge(code) {
    const kept = await settings();
    const why = await this.closed(code, kept);
    if (why) {
      this.reasonTarget.textContent = this.reasonTarget.dataset[why];
      this.turn("no");
      return;
    }

    this.code = code.trim();
    this.validTarget.textContent = `${clock(this.pass.from)} – ${clock(this.pass.until)}`;
    this.knownTarget.textContent = clock(kept.fetchedAt);
    this.turn("maybe");
  }

  /** Why the pass opens nothing; null when it does. */
  async closed(code, kept) {
    if (!kept) return "unready";
    const now = Date.now() - kept.ahead;
    if (now >= kept.until) return "stale";
    if (/^[\d\s-]{1,10}$/.test(code.trim())) return "digits";
    this.pass = await readPass(code, kept.keys);
    if (this.pass.verdict !== "genuine") return this.pass.verdict;
    if (now < this.pass.from) return "early";
    if (now >= this.pass.until) return "late";
    const closed = kept.closed.find(({ id }) => id === this.pass.id);
    if (closed) return closed.why;
    const here = (await all("queue")).some(entry => entry.passId === this.pass.id);
    return here ? "used" : null;
  }

  async admit() {
    const kept = await settings();
    const gateId = kept.gateId ?? this.gatesTarget.value;
    const gate = kept.gates.find(({ id }) => id === gateId);
    await put("queue", {
      key: randomKey(), pass: this.code, passId: this.pass.id, at: Date.now() - kept.ahead, gateId, gate: gate?.name ?? "",
      persons: Number.parseInt(this.personsTarget.value, 10) || 0, seal: kept.seal,
    });
    this.turn("done");
    await this.show();
    this.synchronise();
  }

  turn(name) {
    for (const part of this.partTargets) part.hidden = part.dataset.part !== name;
    const shown = this.partTargets.find(part => !part.hidden);
    shown?.querySelector("h1")?.focus();
  }

  async synchronise() {
    const state = await synchronise(this.settingsValue, this.sendValue);
    this.stateTarget.hidden = state === "ok";
    this.backTarget.hidden = state !== "ok";
    await this.show();
  }

  async show() {
    const kept = await settings();
    const waiting = (await all("queue")).sort((one, other) => one.at - other.at);
    this.countTargets.forEach(place => { place.textContent = String(waiting.length); });
    this.toldTarget.hidden = waiting.length === 0;
    this.listTarget.replaceChildren(...waiting.map(entry => Object.assign(document.createElement("li"), { textContent: `${clock(entry.at)} · ${entry.gate}` })));

    const chosen = kept?.gates.find(({ id }) => id === kept.gateId);
    this.gateTarget.textContent = chosen?.name ?? "";
    this.gatesTarget.parentElement.hidden = !kept || !!chosen;
    if (kept && !chosen && !this.gatesTarget.options.length) {
      for (const { id, name } of kept.gates) this.gatesTarget.add(new Option(name, id));
    }
  }
}

register({ "gate-offline": GateOfflineController });
