// RFC 4180, with an apostrophe before what a spreadsheet would take for a formula.

const field = (text) => {
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const toCsv = (rows) => rows.map((row) => row.map((value) => field(String(value))).join(",") + "\r\n").join("");
