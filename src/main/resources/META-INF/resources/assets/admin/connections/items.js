/**
 * What is worth saying of a payload's items: each shape that a kind knows has looked at it, and that one of them found nothing about a deal
 * says nothing where another one did.
 */
export function worthSaying(items) {
  const found = items.filter((item) => item.result !== 'ignored');
  return found.length > 0 ? found : items.slice(0, 1);
}
