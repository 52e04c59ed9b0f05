import { Controller } from "../vendor/stimulus.js";
import { register, text } from "./app.js";

const pause = 120; // milliseconds between two looks: quick for the guard, easy on an old phone
const widest = 720; // pixels; a larger picture costs time and finds no more

/** Reads a QR code from the camera, puts it into the code field and sends the form. Typing the code always works. */
class ScanController extends Controller {
  static targets = ["finder", "say", "start", "torch", "form", "code"];

  async connect() {
    this.hide = () => { if (document.hidden) this.stop(); };
    document.addEventListener("visibilitychange", this.hide);

    if (!navigator.mediaDevices?.getUserMedia) {
      this.say(window.isSecureContext ? "scanNone" : "scanInsecure");
      return;
    }
    this.startTarget.hidden = false;
    const permission = await navigator.permissions?.query({ name: "camera" }).catch(() => null);
    if (permission?.state === "granted") this.start();
  }

  disconnect() {
    document.removeEventListener("visibilitychange", this.hide);
    this.stop();
  }

  say(name) {
    const line = text(name);
    if (line && this.hasSayTarget) this.sayTarget.textContent = line;
  }

  async start() {
    this.startTarget.hidden = true;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
    } catch (error) {
      this.startTarget.hidden = false;
      this.say({ NotAllowedError: "scanDenied", NotFoundError: "scanNone", NotReadableError: "scanBusy" }[error.name] ?? "scanFailed");
      return;
    }

    this.video = Object.assign(document.createElement("video"), { muted: true, playsInline: true, srcObject: this.stream });
    this.video.setAttribute("aria-hidden", "true");
    this.finderTarget.append(this.video);
    this.finderTarget.dataset.state = "on";
    await this.video.play();
    this.say("scanAim");

    const track = this.stream.getVideoTracks()[0];
    if (this.hasTorchTarget && track.getCapabilities?.().torch) this.torchTarget.hidden = false;

    this.read = await reader();
    this.look();
  }

  async torch() {
    this.lit = !this.lit;
    this.torchTarget.setAttribute("aria-pressed", String(this.lit));
    await this.stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: this.lit }] });
  }

  async look() {
    if (!this.video) return;
    const found = this.video.readyState >= 2 ? await this.read(this.video) : null;
    if (!this.video) return;
    if (found) this.found(found);
    else this.timer = setTimeout(() => this.look(), pause);
  }

  found(code) {
    this.stop();
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(60);
    this.say("scanFound");
    this.codeTarget.value = code;
    this.formTarget.requestSubmit();
  }

  stop() {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach(track => track.stop());
    this.video?.remove();
    this.stream = this.video = null;
    if (this.hasFinderTarget) this.finderTarget.dataset.state = "off";
    if (this.hasTorchTarget) this.torchTarget.hidden = true;
    if (this.hasStartTarget && navigator.mediaDevices) this.startTarget.hidden = false;
  }
}

/** The browser's own reader where it has one for QR codes, else jsQR on a canvas. */
async function reader() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []) ?? [];
  if (formats.includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async video => (await detector.detect(video).catch(() => []))[0]?.rawValue || null;
  }

  const { default: jsQR } = await import("../vendor/jsqr.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return video => {
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(picture.data, picture.width, picture.height, { inversionAttempts: "dontInvert" })?.data || null;
  };
}

register({ scan: ScanController });
