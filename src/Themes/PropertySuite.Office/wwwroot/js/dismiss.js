import { Controller } from "../vendor/stimulus.js";

/** A notice that may be closed. */
export default class extends Controller {
  now() {
    this.element.remove();
  }
}
