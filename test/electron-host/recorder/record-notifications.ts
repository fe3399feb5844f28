import type { ElectronApi } from './electron-api.ts';
import { onCall } from './on-call.ts';

export interface NotificationRecord {
  readonly title: string;
  readonly body: string;
}

export function recordNotifications({ Notification }: Pick<ElectronApi, 'Notification'>) {
  const shown: Electron.Notification[] = [];
  onCall(Notification.prototype, 'show', (notification) => void shown.push(notification));
  return {
    notifications: (): readonly NotificationRecord[] => shown.map(({ title, body }) => ({ title, body })),
    clickNotification(title: string): void {
      const notification = shown.findLast((candidate) => candidate.title === title);
      if (!notification) throw new Error(`no notification “${title}” was shown`);
      (notification as NodeJS.EventEmitter).emit('click', {});
    },
  };
}
