/** Where a PNG file says how large it is (PNG specification, 11.2.2 IHDR). */
const SIGNATURE = '89504e470d0a1a0a';
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** What is wrong with an icon of the app; `size` is its width and its height. */
export function iconFaults(name: string, png: Buffer, size: number): string[] {
  if (png.length < HEIGHT_AT + 4 || png.subarray(0, 8).toString('hex') !== SIGNATURE)
    return [`${name} is not a PNG picture.`];
  const [width, height] = [png.readUInt32BE(WIDTH_AT), png.readUInt32BE(HEIGHT_AT)];
  return width === size && height === size
    ? []
    : [`${name} is ${width} × ${height}; Teams wants ${size} × ${size}.`];
}
