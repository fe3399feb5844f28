/** Where one can go. A place appears here once it can be used. */
export const places = [{ id: 'ports', title: 'Ports' }] as const;
