/**
 * Runs in the page of a card: every text that is to be seen, in the order of the document, with what is needed to judge
 * it. The star of a required field is left out: the renderer draws it, in Teams Teams, and a screen reader is told otherwise. */
window.textsShown = () => {
  const walker = document.createTreeWalker(document.getElementById('card'), NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (['', '*'].includes(node.data.trim()) || right - left < 1) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(node.parentElement);
    const shape = { left, top, right, bottom };
    texts.push({
      text: node.data,
      ...shape,
      color,
      fontSize,
      fontWeight,
      behind: whatIsBehind(node.parentElement),
    });
  }
  return texts;
};

/** The nearest colour that hides what lies under it. */
function whatIsBehind(element) {
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}
