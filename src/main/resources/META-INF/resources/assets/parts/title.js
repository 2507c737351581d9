import { useEffect } from '../lib.js';
import { t } from '../words.js';

const parts = [t('app.name')];

const tell = () => { document.title = parts.filter(Boolean).reverse().join(' – '); };

/** A part of the window's title: a page is of level 1, what is shown in it of level 2, and so on. The finest comes first. */
export function Title({ level, text }) {
  useEffect(() => {
    parts[level] = text;
    tell();
    return () => {
      parts[level] = undefined;
      tell();
    };
  }, [level, text]);
  return null;
}
