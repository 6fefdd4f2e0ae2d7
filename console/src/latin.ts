// latin.ts: Arabic names in Latin letters, after the tables of the Library of Congress. Short vowels are written where
// the text has them, and nowhere else: a name is not guessed at.

const LETTERS: Record<string, string> = {
  'ا': 'ā', 'أ': 'a', 'إ': 'i', 'آ': 'ā', 'ٱ': 'a', 'ى': 'á', 'ب': 'b', 'ت': 't', 'ث': 'th', 'ج': 'j', 'ح': 'ḥ', 'خ': 'kh', 'د': 'd', 'ذ': 'dh', 'ر': 'r',
  'ز': 'z', 'س': 's', 'ش': 'sh', 'ص': 'ṣ', 'ض': 'ḍ', 'ط': 'ṭ', 'ظ': 'ẓ', 'ع': 'ʻ', 'غ': 'gh', 'ف': 'f', 'ق': 'q', 'ك': 'k', 'ک': 'k', 'ل': 'l', 'م': 'm', 'ن': 'n',
  'ه': 'h', 'ة': 'h', 'ء': 'ʼ', 'ؤ': 'ʼ', 'ئ': 'ʼ', 'گ': 'g', 'پ': 'p', 'چ': 'ch', 'ژ': 'zh', 'ڤ': 'v', 'ڨ': 'g', 'ی': 'ī',
  '\u064e': 'a', '\u064f': 'u', '\u0650': 'i', '\u064b': 'an', '\u064c': 'un', '\u064d': 'in', '\u0652': '', '\u0640': '', '\u0670': 'ā',
  '،': ',', '؛': ';', '؟': '?',
};
const MARK = /[\u064b-\u0652\u0670]/;
const LONG = /[اوىيآ]/;

function letters(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const c = word[i]!;
    const before = word.slice(0, i).replace(/[\u064b-\u0652\u0670\u0640]/g, '').slice(-1);
    const after = word.slice(i + 1).replace(/[\u064b-\u0652\u0670\u0640]/g, '')[0] ?? '';
    const next = word[i + 1] ?? '';
    if (c === '\u0651') {
      const last = /(th|kh|dh|sh|gh|ch|zh|.)$/u.exec(out)?.[1] ?? ''; // the doubled letter, once more
      out += last;
    } else if (c === 'و' || c === 'ي') {
      const consonant = before === '' || LONG.test(before) || LONG.test(after) || after === 'ة' || /[\u064e-\u0651]/.test(next);
      out += consonant ? (c === 'و' ? 'w' : 'y') : c === 'و' ? 'ū' : 'ī';
    } else if (c === 'ا' && before === '') {
      out += MARK.test(next) ? '' : after === 'ل' ? 'a' : 'i';
    } else if ((c === 'أ' || c === 'إ') && before !== '') {
      out += 'ʼ';
    } else if ((c === 'أ' || c === 'إ') && MARK.test(next)) {
      continue; // its vowel follows
    } else {
      out += LETTERS[c] ?? c;
    }
  }
  return out;
}

/** In Latin letters; the article and what is joined to it stand apart by a hyphen. */
export function latin(text: string): string {
  return text.normalize('NFKC').split(/(\s+)/).map((word) => {
    const article = /^(و|ب|ك|ف)?(ال|لل)(?=.{2})/u.exec(word);
    if (article === null) return letters(word);
    const joined = { 'و': 'wa-', 'ب': 'bi-', 'ك': 'ka-', 'ف': 'fa-' }[article[1] ?? ''] ?? '';
    return `${joined}${article[2] === 'لل' ? 'lil-' : 'al-'}${letters(word.slice(article[0].length))}`;
  }).join('');
}
