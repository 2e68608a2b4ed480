/** Pixels that are all written and then put on a canvas at once; made anew only for another size. */
export interface Pixels {
  picture: ImageData;
  /** Its colours, one number each. */
  colours: Uint32Array;
}

/** @return  gives pixels of a size, the last ones where it is theirs: who put them on a canvas is done with them */
export function reusedPixels(): (width: number, height: number) => Pixels {
  let last: Pixels | undefined;
  return (width, height) => {
    if (last?.picture.width !== width || last.picture.height !== height) {
      const picture = new ImageData(width, height);
      last = { picture, colours: new Uint32Array(picture.data.buffer) };
    }
    return last;
  };
}
