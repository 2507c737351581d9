/** A table as CSV (RFC 4180), in the words and digits of the API and not in the reader's. */
export function csvOf(head, rows) {
  const field = (value) => {
    const text = value === undefined || value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}

/** Hands a text to the reader as a file. */
export function handOver(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
