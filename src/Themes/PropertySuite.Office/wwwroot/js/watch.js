import { Controller } from "../vendor/stimulus.js";

/** Something that goes on at the server: its part of the page is fetched anew each second; when the part is gone, the page is loaded. */
export default class extends Controller {
  connect() {
    this.timer = setInterval(() => this.look(), 1000);
  }

  disconnect() {
    clearInterval(this.timer);
  }

  async look() {
    if (this.busy) return;
    this.busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const fresh = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(this.element.id);
      if (!fresh) {
        clearInterval(this.timer);
        location.reload();
      } else if (fresh.innerHTML !== this.last) {
        this.last = fresh.innerHTML;
        if (!this.element.contains(document.activeElement)) this.element.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // Out of reach for the moment; the next turn tries again.
    } finally {
      this.busy = false;
    }
  }
}
