import { Controller } from "../../PropertySuite.Office/vendor/stimulus.js";
import { register } from "../../PropertySuite.Office/js/app.js";

const longest = 1280; // pixels of the longer side: enough to know a face by
const quality = 0.8;

/** Makes a photo small before it is sent; what is drawn anew keeps no place and no camera. The server does the same for those without script. */
class PhotoController extends Controller {
  async shrink() {
    const file = this.element.files[0];
    if (!file?.type.startsWith("image/") || this.small === file) return;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const bytes = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", quality));
      if (!bytes || this.element.files[0] !== file) return;
      this.small = new File([bytes], "photo.jpg", { type: "image/jpeg" });
      const carrier = new DataTransfer();
      carrier.items.add(this.small);
      this.element.files = carrier.files;
      this.element.dataset.photoBytes = String(bytes.size);
    } catch {
      // A picture that this browser cannot read is sent as it is; the server says what is wrong with it.
    }
  }
}

register({ photo: PhotoController });
