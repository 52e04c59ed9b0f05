import { Controller } from "../vendor/stimulus.js";

/**
 * Ring and figure each second until an instant; the words for a screen reader only at full minutes and at 30 s.
 * `left` (seconds, as the server reckons) wins over `until`, so that a desk whose clock is wrong counts right.
 */
export default class extends Controller {
  static targets = ["run", "figure", "say"];
  static values = { until: String, left: Number, total: Number, say: String, reload: Boolean };

  connect() {
    this.end = this.hasLeftValue ? Date.now() + this.leftValue * 1000 : Date.parse(this.untilValue);
    if (Number.isNaN(this.end)) return;
    this.tick();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnect() {
    clearInterval(this.timer);
  }

  tick() {
    const left = Math.max(0, Math.round((this.end - Date.now()) / 1000));
    const figure = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (this.hasFigureTarget) this.figureTarget.textContent = figure;
    if (this.hasRunTarget && this.totalValue > 0) {
      this.runTarget.setAttribute("stroke-dasharray", `${Math.min(100, (left / this.totalValue) * 100)} 100`);
    }
    if (this.hasSayTarget && left > 0 && (left % 60 === 0 || left === 30)) {
      this.sayTarget.textContent = this.sayValue.replace("{0}", figure);
    }
    if (left === 0) {
      clearInterval(this.timer);
      this.dispatch("end");
      if (this.reloadValue) location.reload();
    }
  }
}
