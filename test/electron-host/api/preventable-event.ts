/** An event whose consequence a listener may prevent. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventableEvent<T extends object>(details: T = {} as T): T & PreventableEvent {
  return Object.assign(
    { ...details },
    {
      defaultPrevented: false,
      preventDefault(this: PreventableEvent) {
        this.defaultPrevented = true;
      },
    },
  );
}
