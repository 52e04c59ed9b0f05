import { Controller } from "../vendor/stimulus.js";

/** Filters apply as they are chosen; its button stays for those without script. */
export default class extends Controller {
  connect() {
    for (const button of this.element.querySelectorAll("button[type=submit]:not([name])")) button.hidden = true;
    this.changed = () => this.submit(0);
    // A date is read when it is whole, not while it grows.
    this.typed = ({ target }) => { if (/^(search|text)$/.test(target.type) && target.dataset.whole !== "true") this.submit(400); };
    this.element.addEventListener("change", this.changed);
    this.element.addEventListener("input", this.typed);
  }

  disconnect() {
    clearTimeout(this.timer);
    this.element.removeEventListener("change", this.changed);
    this.element.removeEventListener("input", this.typed);
  }

  submit(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.element.requestSubmit(), delay);
  }
}
