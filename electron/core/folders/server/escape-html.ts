const special = /[&<>"']/g;

/** Text for the inside of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => `&#${character.charCodeAt(0)};`);
}
