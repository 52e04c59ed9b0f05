import { Controller } from "../../PropertySuite.Office/vendor/stimulus.js";
import { register } from "../../PropertySuite.Office/js/app.js";
import { all, drop, forget } from "./gate-store.js";
import { synchronise } from "./gate-sync.js";

const pause = 20_000; // milliseconds between two tries to send
const scanned = "ps-gate-scanned";

/** On the gate's own page: keeps the offline page ready, sends what waits, and shows what could not be confirmed. */
class GateController extends Controller {
  static targets = ["waiting", "count", "answers", "answer"];
  static values = { worker: String, scope: String, settings: String, send: String };

  async connect() {
    if (!window.isSecureContext || !indexedDB) return;
    sessionStorage.removeItem(scanned);
    this.again = () => this.synchronise();
    addEventListener("online", this.again);
    this.timer = setInterval(this.again, pause);
    await this.keepPage();
    await this.synchronise();
  }

  disconnect() {
    removeEventListener("online", this.again);
    clearInterval(this.timer);
  }

  async keepPage() {
    const registered = await navigator.serviceWorker
      ?.register(this.workerValue, { scope: this.scopeValue, updateViaCache: "none" })
      .catch(() => null);
    registered?.active?.postMessage("keep");
    if (registered) {
      await navigator.serviceWorker.ready;
      this.element.dataset.gateReady = "";
    }
  }

  async synchronise() {
    await synchronise(this.settingsValue, this.sendValue);
    await this.show();
  }

  async show() {
    const waiting = (await all("queue")).length;
    this.waitingTarget.hidden = waiting === 0;
    this.countTarget.textContent = String(waiting);

    const answers = (await all("answers")).sort((one, other) => one.at - other.at);
    this.answersTarget.hidden = answers.length === 0;
    this.answersTarget.querySelectorAll("li").forEach(line => line.remove());
    for (const answer of answers) this.answersTarget.querySelector("ul").append(this.line(answer));
  }

  line(answer) {
    const line = this.answerTarget.content.firstElementChild.cloneNode(true);
    line.querySelector("[data-part=when]").textContent = `${clock(answer.at)} · ${answer.gate}`;
    line.querySelector("[data-part=why]").textContent = answer.sentence;
    const link = line.querySelector("a");
    if (answer.visit) link.href = answer.visit;
    else link.remove();
    line.querySelector("button").addEventListener("click", async () => { await drop("answers", answer.key); await this.show(); });
    return line;
  }
}

export const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });

register({ gate: GateController });

// What was scanned outlives a form that the network did not take: the offline page goes on with it.
document.addEventListener("submit", event => {
  const code = event.target.elements?.Code?.value;
  if (code && !event.target.closest("[data-controller~=gate-offline]")) sessionStorage.setItem(scanned, code);
}, true);
document.addEventListener("turbo:submit-end", ({ detail }) => { if (detail.success) sessionStorage.removeItem(scanned); });

// Whoever signs out leaves nothing on the device that lets somebody else admit.
document.addEventListener("submit", async event => {
  const form = event.target;
  if (!/\/LogOff$/i.test(new URL(form.action, location.href).pathname) || form.dataset.gateForgotten) return;
  event.preventDefault();
  form.dataset.gateForgotten = "yes";
  const element = document.querySelector("[data-controller~=gate]");
  if (element) await synchronise(element.dataset.gateSettingsValue, element.dataset.gateSendValue).catch(() => {});
  await forget().catch(() => {});
  form.submit();
});
