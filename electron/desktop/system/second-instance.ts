/** What a start of Berth is about. */
export interface SecondInstance {
  readonly folders: readonly string[];
  /** Started by the login, so nobody asked for a window. */
  readonly isHidden: boolean;
}

/** What another process of this user sent, which may be a Berth of another version. */
export function readSecondInstance(data: unknown): SecondInstance {
  const { folders, isHidden } = (data ?? {}) as Partial<Record<keyof SecondInstance, unknown>>;
  return {
    folders: Array.isArray(folders) ? folders.filter((one) => typeof one === 'string' && one !== '') : [],
    isHidden: isHidden === true,
  };
}
