import { EventEmitter } from 'node:events';
import { refuseUnknownIn } from '../refuse-unknown.ts';
import { preventableEvent } from './preventable-event.ts';

interface NotificationOptions {
  readonly title?: string;
  readonly body?: string;
  readonly silent?: boolean;
}

export class HostNotification extends EventEmitter {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;

  static isSupported(): boolean {
    return true;
  }

  constructor({ title = '', body = '', silent = false }: NotificationOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    this.silent = silent;
  }

  show(): void {
    setImmediate(() => this.emit('show', preventableEvent()));
  }

  close(): void {
    setImmediate(() => this.emit('close', preventableEvent()));
  }
}
refuseUnknownIn('Notification', HostNotification);
