import { Controller } from "../vendor/stimulus.js";
import { text } from "./app.js";

/** Hands a link to the phone's own share sheet, or copies it where there is none. */
export default class extends Controller {
  static values = { url: String, title: String, text: String, done: String };

  connect() {
    if (navigator.share || navigator.clipboard) this.element.hidden = false;
  }

  async send() {
    const url = new URL(this.urlValue, location.href).href;
    if (navigator.share) {
      try {
        await navigator.share({ title: this.titleValue, text: this.textValue || undefined, url });
      } catch {
        // The person closed the sheet.
      }
      return;
    }
    await navigator.clipboard.writeText(url);
    const label = this.element.querySelector("span") ?? this.element;
    const before = label.textContent;
    label.textContent = this.doneValue || text("copied");
    setTimeout(() => { label.textContent = before; }, 2000);
  }
}
