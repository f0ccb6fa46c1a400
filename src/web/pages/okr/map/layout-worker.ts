import { type Boxes, placed } from './map-layout.ts';

// Beside the page: what takes some hundred milliseconds would be a page that stands still for as long.
addEventListener('message', ({ data }: MessageEvent<{ turn: number; boxes: Boxes }>) => {
  postMessage({ turn: data.turn, places: placed(data.boxes) });
});
