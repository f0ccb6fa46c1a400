// Browsers draw no picture that is wider or taller than this.
const longest = 16_384;

/** An SVG as a PNG, drawn so many times as large, or less where that would be too large. Throws when the browser cannot draw it. */
export async function pngOf(svg: string, wanted = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const times = Math.min(wanted, Math.floor(longest / Math.max(image.naturalWidth, image.naturalHeight)));
  if (times < 1) throw new Error('It is too large for a picture: show fewer lines, or save it as SVG.');
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * times;
  canvas.height = image.naturalHeight * times;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the picture.');
  context.scale(times, times);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))),
      'image/png',
    );
  });
}
