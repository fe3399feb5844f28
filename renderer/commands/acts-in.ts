import type { Place } from '../../shared/contract/navigation.ts';
import type { Command } from './command.ts';

/** Whether the key of a command does something in a place: nobody ends or opens what is not on the screen. */
export function actsIn({ area, id }: Command, place: Place): boolean {
  return area === 'app' || place === 'ports' || id === 'focus-search';
}
