import { Controller } from "../vendor/stimulus.js";

/** A part of a page (with an id) that is fetched anew each n seconds while it is seen and nobody types in it. */
export default class extends Controller {
  static values = { every: { type: Number, default: 15 }, url: String };

  connect() {
    this.timer = setInterval(() => this.now(), this.everyValue * 1000);
    this.seen = () => { if (!document.hidden) this.now(); };
    document.addEventListener("visibilitychange", this.seen);
  }

  disconnect() {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.seen);
    this.request?.abort();
  }

  async now() {
    if (document.hidden || this.request || this.element.querySelector("details[open], input:focus, textarea:focus, select:focus")) return;
    this.request = new AbortController();
    try {
      const answer = await fetch(this.urlValue || location.href, { signal: this.request.signal, headers: { Accept: "text/html" } });
      if (!answer.ok || (answer.redirected && !this.urlValue)) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(this.element.id);
      if (!fresh || fresh.innerHTML === this.last) return;
      this.last = fresh.innerHTML;
      const focused = this.element.contains(document.activeElement) ? document.activeElement.id : null;
      this.element.replaceChildren(...fresh.childNodes);
      if (focused) document.getElementById(focused)?.focus();
    } catch {
      // Out of reach for the moment; the next turn tries again and the page stays as it was.
    } finally {
      this.request = null;
    }
  }
}
