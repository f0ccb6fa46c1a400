import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { SaveAs } from '../../../save/SaveAs.tsx';
import classes from './Map.module.css';
import { MapPicture } from './MapPicture.tsx';
import type { Card } from './map-cards.ts';
import type { Placed } from './useLayout.ts';

type Props = { name: string; cards: readonly Card[]; placed: Placed };

/** Saves the map as it is folded and narrowed down: all of it, not only what is in sight. */
export function SaveMap(props: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const [isDrawn, setDrawn] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const [{ chartSvg }, { pngOf }, { download, fileName, todayHere }] = await Promise.all([
      import('../../../save/chart-svg.ts'),
      import('../../../save/png.ts'),
      import('../../../save/download.ts'),
    ]);
    // A drawing of hundreds of cards is in the page only while it is copied.
    flushSync(() => setDrawn(true));
    try {
      if (!picture.current) throw new Error('There is no map on the page yet.');
      const svg = chartSvg([picture.current], { title: props.name, scheme });
      const name = fileName(['alignment', props.name], todayHere(), format);
      if (format === 'svg') download(name, svg, 'image/svg+xml');
      else download(name, await pngOf(svg, props.placed.places.height > 6_000 ? 1 : 2));
    } finally {
      setDrawn(false);
    }
  };
  return (
    <>
      <SaveAs
        of="the map"
        ways={[
          { label: 'SVG', what: 'all that is unfolded, for print and editing', save: () => save('svg') },
          { label: 'PNG', what: 'the same as a picture', save: () => save('png') },
        ]}
      />
      {isDrawn && (
        <div className={classes.drawn} aria-hidden="true">
          <MapPicture {...props} drawing={picture} />
        </div>
      )}
    </>
  );
}
