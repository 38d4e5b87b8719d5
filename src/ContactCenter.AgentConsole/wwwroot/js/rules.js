// The line numbers follow the text, and a fault leads to its line.

export function follow(area, gutter) {
  const scroll = () => { gutter.scrollTop = area.scrollTop; };
  area.addEventListener('scroll', scroll);
  scroll();
}

export function goTo(area, line, column) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const height = parseFloat(getComputedStyle(area).lineHeight);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start + Math.max(0, column - 1), start + (lines[line - 1] ?? '').length);
  area.scrollTop = Math.max(0, (line - 6) * height);
  area.scrollIntoView({ block: 'nearest' });
}
