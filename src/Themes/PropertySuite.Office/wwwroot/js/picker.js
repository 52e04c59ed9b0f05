import { Controller } from "../vendor/stimulus.js";

/** Chooses out of many: the list of the page stays what the form sends; above it stands a box that searches. */
export default class extends Controller {
  static targets = ["list", "box", "found", "chosen", "status"];
  static values = { search: String, none: String, found: String, remove: String, failed: String };

  connect() {
    const { listTarget: list, boxTarget: box } = this;
    this.id = list.id;
    this.name = box.name;
    // The label speaks of the box now.
    list.removeAttribute("id");
    list.hidden = true;
    box.id = this.id;
    box.removeAttribute("name");
    box.removeAttribute("aria-label");
    box.value = "";
    for (const name of ["aria-describedby", "aria-invalid"]) if (list.hasAttribute(name)) box.setAttribute(name, list.getAttribute(name));
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", this.foundTarget.id);
    this.show();
  }

  disconnect() {
    this.close();
    this.boxTarget.removeAttribute("id");
    this.boxTarget.name = this.name;
    this.listTarget.id = this.id;
    this.listTarget.hidden = false;
    this.chosenTarget.hidden = true;
  }

  get choices() {
    return [...this.listTarget.selectedOptions].filter(option => option.value);
  }

  show() {
    const choices = this.choices;
    this.chosenTarget.hidden = choices.length === 0;
    this.chosenTarget.replaceChildren(...choices.map(option => {
      const chip = document.createElement("li");
      const text = Object.assign(document.createElement("span"), { textContent: option.textContent });
      const remove = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
      remove.setAttribute("aria-label", this.removeValue.replace("{0}", option.textContent));
      remove.addEventListener("click", () => this.drop(option));
      chip.append(text, remove);
      return chip;
    }));
  }

  drop(option) {
    option.selected = false;
    if (!this.listTarget.multiple) this.listTarget.value = "";
    this.changed();
    this.boxTarget.focus();
  }

  find() {
    clearTimeout(this.wait);
    this.asking?.abort();
    const words = this.boxTarget.value.trim();
    if (!words) return this.close();
    this.wait = setTimeout(() => this.ask(words), 150);
  }

  async ask(words) {
    this.asking = new AbortController();
    try {
      const address = new URL(this.searchValue, location.href);
      address.searchParams.set("q", words);
      const answer = await fetch(address, { signal: this.asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      this.offer(await answer.json());
    } catch (error) {
      if (error.name === "AbortError") return;
      this.close();
      this.statusTarget.textContent = this.failedValue;
    }
  }

  offer(hits) {
    const chosen = new Set(this.choices.map(option => option.value));
    const options = hits.filter(hit => !chosen.has(hit.id)).map((hit, index) => {
      const option = document.createElement("div");
      option.id = `${this.foundTarget.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.append(Object.assign(document.createElement("span"), { textContent: hit.displayText }));
      if (hit.note) option.append(Object.assign(document.createElement("small"), { textContent: hit.note }));
      // Before the box loses the focus.
      option.addEventListener("pointerdown", event => { event.preventDefault(); this.take(hit); });
      option.hit = hit;
      return option;
    });
    if (options.length === 0) {
      const none = Object.assign(document.createElement("div"), { textContent: this.noneValue });
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      options.push(none);
    }
    this.foundTarget.replaceChildren(...options);
    this.foundTarget.hidden = false;
    this.boxTarget.setAttribute("aria-expanded", "true");
    const count = options.filter(option => option.hit).length;
    this.choose(count > 0 ? 0 : -1);
    this.statusTarget.textContent = count > 0 ? this.foundValue.replace("{0}", count) : this.noneValue;
  }

  take(hit) {
    const list = this.listTarget;
    const known = [...list.options].find(option => option.value === hit.id) ?? list.appendChild(new Option(hit.displayText, hit.id));
    known.selected = true;
    this.boxTarget.value = "";
    this.close();
    this.changed();
  }

  changed() {
    this.show();
    this.listTarget.dispatchEvent(new Event("change", { bubbles: true }));
  }

  choose(index) {
    const options = [...this.foundTarget.children].filter(option => option.hit);
    this.at = options.length === 0 ? -1 : Math.max(0, Math.min(options.length - 1, index));
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.at)));
    if (this.at >= 0) {
      this.boxTarget.setAttribute("aria-activedescendant", options[this.at].id);
      options[this.at].scrollIntoView({ block: "nearest" });
    } else {
      this.boxTarget.removeAttribute("aria-activedescendant");
    }
  }

  move(event) {
    if (event.isComposing) return;
    const open = !this.foundTarget.hidden;
    switch (event.key) {
      case "ArrowDown": event.preventDefault(); if (open) this.choose(this.at + 1); else this.find(); break;
      case "ArrowUp": event.preventDefault(); if (open) this.choose(this.at - 1); break;
      case "Escape": if (open) { event.stopPropagation(); this.close(); } break;
      case "Backspace":
        if (!this.boxTarget.value && this.choices.length > 0) this.drop(this.choices.at(-1));
        break;
      case "Enter": {
        // Enter in the box never sends the form.
        event.preventDefault();
        const option = open ? [...this.foundTarget.children].filter(o => o.hit)[this.at] : null;
        if (option) this.take(option.hit);
        break;
      }
    }
  }

  left() {
    this.close();
  }

  close() {
    clearTimeout(this.wait);
    this.asking?.abort();
    this.foundTarget.hidden = true;
    this.boxTarget.setAttribute("aria-expanded", "false");
    this.boxTarget.removeAttribute("aria-activedescendant");
  }
}
