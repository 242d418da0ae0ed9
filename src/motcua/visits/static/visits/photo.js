// A photograph of the camera: shrunk, without the camera's own marks (EXIF: place, model), with its hash and moment.
import { sha256 } from "./boxes.js";

const SIDE = 1600, MOST = 2 * 1024 * 1024, QUALITIES = [0.8, 0.6, 0.4];

// {bytes, sha256, taken_at}; raises where the file is no picture.
export async function shrunk(file) {
  const taken = new Date().toISOString();
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const share = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * share));
  canvas.height = Math.max(1, Math.round(image.height * share));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white"; // a JPEG has no transparency
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  for (const quality of QUALITIES) {
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", quality); });
    if (blob && blob.size <= MOST) {
      const bytes = await blob.arrayBuffer();
      return { bytes, sha256: await sha256(bytes), taken_at: taken };
    }
  }
  throw new Error("too large");
}
