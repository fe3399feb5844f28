import type { ComponentProps } from 'react';

export interface GridPartProps extends ComponentProps<'div'> {
  readonly role: 'grid' | 'treegrid' | 'rowgroup' | 'row' | 'columnheader' | 'gridcell';
}

/**
 * A part of a grid whose rows are only in the page while they are in view. A `<table>` cannot be laid out that way, so
 * the roles are given. The element with the role `grid` or `treegrid` holds the focus for all of them.
 */
export function GridPart(props: GridPartProps) {
  return <div {...props} />;
}
