import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import classes from './LineHandles.module.css';
import { type Handle, handleHeight, handlesOf, movedBy, valueAt } from './line-handles.ts';
import type { RunMarks } from './run-chart.ts';
import type { RunSeries, Size } from './series.ts';

type Props = {
  series: RunSeries;
  marks: RunMarks;
  size: Size;
  /** Called when a line was dropped, or Enter was pressed on one, with the value that it was moved to. */
  onMoved: (field: Handle['field'], value: number) => void;
  /** Where a line may follow at once: called all the way of a drag, with nothing when it was put back; keys then set without Enter. */
  onMoving?: (field: Handle['field'], value: number | undefined) => void;
};

type Moving = { field: Handle['field']; value: number };

/** The lines that people set, to be moved: dragged, or walked with the arrow keys and set with Enter. Escape puts a line back. */
export function LineHandles({ series, marks, size, onMoved, onMoving }: Props): ReactNode {
  const [moving, setMoving] = useState<Moving | undefined>(undefined);
  // What is let go may not have been drawn yet on a slow machine: it counts where the pointer was, not what was seen.
  const held = useRef<Moving>(undefined);
  const { axis, plot } = marks;
  const show = (value: number) => formatValue(value, series.unit, series.decimals);
  const hold = (next: Moving | undefined): void => {
    held.current = next;
    setMoving(next);
  };
  const put = (field: Handle['field'], value: number): void => {
    hold({ field, value });
    onMoving?.(field, value);
  };
  const putBack = (): void => {
    if (held.current) onMoving?.(held.current.field, undefined);
    hold(undefined);
  };
  const drop = (handle: Handle): void => {
    const at = held.current;
    if (!at) return;
    if (at.value === handle.value) {
      putBack();
      return;
    }
    hold(undefined);
    onMoved(handle.field, at.value);
  };
  const drag = (event: PointerEvent<HTMLElement>, handle: Handle): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) put(handle.field, valueAt(event.clientY - box.top, marks, series));
  };
  const press = (event: KeyboardEvent, handle: Handle): void => {
    const from = held.current?.field === handle.field ? held.current.value : handle.value;
    const to = movedBy(event.key, from, axis, series);
    if (event.key === 'Enter') {
      event.preventDefault();
      hold(undefined);
      onMoved(handle.field, from);
    } else if (event.key === 'Escape') putBack();
    else if (to !== undefined) {
      event.preventDefault();
      if (onMoving) onMoved(handle.field, to);
      else put(handle.field, to);
    }
  };
  return (
    <>
      {moving && (
        <div
          className={classes.ghost}
          style={{ top: axis.y(moving.value), left: plot.left, width: plot.right - plot.left }}
          aria-hidden="true"
        >
          <span>{show(moving.value)}</span>
        </div>
      )}
      {handlesOf(series, marks).map((handle) => {
        const value = moving?.field === handle.field ? moving.value : handle.value;
        return (
          <div
            key={handle.field}
            className={classes.handle}
            style={{
              top: handle.y - handleHeight / 2,
              left: plot.right + 2,
              height: handleHeight,
              width: size.width - plot.right - 2,
            }}
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={`${handle.label} line`}
            aria-valuemin={axis.least}
            aria-valuemax={axis.most}
            aria-valuenow={value}
            aria-valuetext={`${show(value)}. Move it with the arrow keys${onMoving ? '' : ', set it with Enter'}`}
            title={`Drag to move, or use the arrow keys${onMoving ? '' : ' and Enter'}`}
            // A dialog around it closes on Escape otherwise, instead of putting the line back.
            data-mantine-stop-propagation={moving !== undefined}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              put(handle.field, handle.value);
            }}
            onPointerMove={(event) => drag(event, handle)}
            onPointerUp={() => drop(handle)}
            onPointerCancel={putBack}
            onBlur={putBack}
            onKeyDown={(event) => press(event, handle)}
          />
        );
      })}
    </>
  );
}
