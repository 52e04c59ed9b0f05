import { Controller } from "../vendor/stimulus.js";
import { text } from "./app.js";

/** Copies `data-copy-text-value`; the button shows for two seconds that it was done. */
export default class extends Controller {
  static values = { text: String };

  connect() {
    if (navigator.clipboard) this.element.hidden = false;
  }

  async now() {
    await navigator.clipboard.writeText(this.textValue);
    const label = this.element.querySelector("span") ?? this.element;
    const before = label.textContent;
    label.textContent = text("copied");
    this.timer = setTimeout(() => { label.textContent = before; }, 2000);
  }

  disconnect() {
    clearTimeout(this.timer);
  }
}
