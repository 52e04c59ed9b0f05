import { Controller } from "../vendor/stimulus.js";
import { text, typing } from "./app.js";

/** Goes after some seconds, and stops counting while it is pointed at or focused. Ctrl+Z presses its button. */
export default class extends Controller {
  static targets = ["left"];
  static values = { seconds: { type: Number, default: 12 } };

  connect() {
    this.remaining = this.secondsValue;
    this.timer = setInterval(() => this.tick(), 1000);
    this.pressed = event => this.onKey(event);
    document.addEventListener("keydown", this.pressed);
  }

  disconnect() {
    clearInterval(this.timer);
    document.removeEventListener("keydown", this.pressed);
  }

  tick() {
    if (this.element.matches(":hover, :focus-within")) return;
    this.remaining--;
    if (this.hasLeftTarget) this.leftTarget.textContent = text("seconds", this.remaining);
    if (this.remaining <= 0) this.close();
  }

  close() {
    this.element.remove();
  }

  onKey(event) {
    const button = this.element.querySelector("button[type=submit]");
    if (button && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing(event)) {
      event.preventDefault();
      button.click();
    }
  }
}
