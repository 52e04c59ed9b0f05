import { Controller } from "../../PropertySuite.Office/vendor/stimulus.js";
import { register } from "../../PropertySuite.Office/js/app.js";

/** Files are gathered: chosen several times, dropped anywhere on the field, pasted into it. Without script the input takes them by itself. */
class AttachController extends Controller {
  static targets = ["input", "list"];

  connect() {
    this.files = [];
    this.over = event => { event.preventDefault(); this.element.dataset.over = ""; };
    this.out = () => delete this.element.dataset.over;
    this.dropped = event => { event.preventDefault(); this.out(); this.add(event.dataTransfer.files); };
    this.pasted = event => { if (event.clipboardData?.files.length) { event.preventDefault(); this.add(event.clipboardData.files); } };
    this.element.addEventListener("dragover", this.over);
    this.element.addEventListener("dragleave", this.out);
    this.element.addEventListener("drop", this.dropped);
    this.form = this.element.closest("form");
    this.form?.addEventListener("paste", this.pasted);
  }

  disconnect() {
    this.form?.removeEventListener("paste", this.pasted);
  }

  chosen() {
    this.add(this.inputTarget.files);
  }

  add(more) {
    const several = this.inputTarget.multiple;
    const known = new Set(this.files.map(file => `${file.name}/${file.size}/${file.lastModified}`));
    const added = [...more].filter(file => !known.has(`${file.name}/${file.size}/${file.lastModified}`));
    this.files = several ? [...this.files, ...added] : added.length ? [added[0]] : this.files;
    this.write();
  }

  remove(event) {
    this.files.splice(Number(event.currentTarget.dataset.at), 1);
    this.write();
    this.inputTarget.focus();
  }

  write() {
    const carrier = new DataTransfer();
    for (const file of this.files) carrier.items.add(file);
    this.inputTarget.files = carrier.files;
    this.listTarget.hidden = this.files.length < 2;
    this.listTarget.replaceChildren(...this.files.map((file, at) => {
      const line = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm btn-ghost", textContent: `✕ ${file.name}` });
      button.setAttribute("aria-label", this.element.dataset.attachRemove.replace("{0}", file.name));
      button.dataset.at = String(at);
      button.dataset.action = "attach#remove";
      line.append(button);
      return line;
    }));
  }
}

register({ attach: AttachController });
