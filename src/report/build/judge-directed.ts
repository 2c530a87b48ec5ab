// Signs that a text speaks to whoever judges it. They are looked for in its form, and in several languages and disguises.

/** What chats, prompts and this gate's own requests are built of. */
const ROLES =
  /^[ \t>#]{0,4}(?:system|assistant|human|developer|judge|grader|evaluator|panel|note to \w+)(?: ?(?:prompt|message|note|override|instructions?))?[ \t]*[:：]|<\|[a-z_]{2,20}\|>|\[\/?(?:inst|sys)\]|<<\/?sys>>|<\/?(?:system|instructions?|judge|assistant_reply|verdict|ruling|response|item)\b[^>]{0,80}>|^\W{0,6}(?:begin|end|start) (?:of )?(?:system|instructions?|prompt|response|data|clauses)|<<<\w+ |\b\w+>>>|###? ?(?:system|instruction)/imu;

/** An object, list or line that looks like a ruling. */
const RULINGS =
  /["'“”]?\b(?:ruling|verdict|compliant|decision|judge?ment|score|rating|grade|passed|is_compliant|reasoning)\b["'“”]?\s{0,3}(?:[:=：]|->|→)\s{0,3}["'“”]?(?:non.?compliant|compliant|pass(?:ed)?|true|yes|ok|10|100|1\.0|approved?)/iu;

/** Whoever judges, and what judges give: stems in some languages. */
const JUDGES =
  /\b(?:judges?|grader|grading|evaluator|evaluat(?:e|es|ing|ion) (?:this|the|model)|panel|llm.as.a|ai (?:model )?reading|(?:you|who(?:ever)?) (?:are )?(?:rul|grad|scor|judg|evaluat|assess)|juez|jueces|evaluador|jurado|juges?|evaluateur|jury|richter|gutachter|pruefer|prufer|bewert|giudic|valutator|juiz|avaliador|sedzi|beoordela|rechter)|суд[ьеи]|оценщик|эксперт|评[委审判估]|裁判|审[查核]员|評価者|審査|判定|심사|평가자|판정|न्यायाधीश|मूल्यांक|القاضي|المقي[مّ]|الحكم|שופט|hakem|yargic|değerlendirici|degerlendirici/iu;
const GIVEN =
  /\b(?:compliant|compliance|non.?compliant|ruling|rule (?:every|all|it|this)|verdict|pass(?:es|ed)?|score|grade|approve|accept(?:ed)? (?:every|all|any)|full marks|10\/10|conform|cumpl|vereinbar|regelkonform|bestanden|conforme|zgodn|uyumlu|uygun)|соответств|соблюд|합격|준수|合规|符合|通过|適合|準拠|合格|अनुपालन|متوافق|ملتزم|תואם/iu;

/** Orders to drop what was said, and about what to put out. */
const ORDERS =
  /\b(?:ignor(?:e|iere?|a|ez|er)|disregard|forget|overrid|bypass|vergiss|missachte|olvida|oublie|dimentica|esqueca|ignoruj|unut)\b.{0,40}\b(?:previous|prior|above|earlier|other|all|your|instruc|clauses?|rules?|anweisung|vorherig|obige|anterior|instruccion|instrucciones|precedent|consignes|istruzioni|poprzedn|onceki)|(?:忽略|无视|無視).{0,12}(?:指令|说明|規則|规则|指示|内容)|игнорир.{0,40}(?:инструкц|указан|правил)|이전.{0,10}(?:지시|명령).{0,6}무시|تجاهل.{0,30}التعليمات/iu;
const OUTPUT =
  /\b(?:reply|respond|answer|return|output|emit|write|print|copy)\b.{0,30}\b(?:only|exactly|with|the)\b.{0,30}(?:json|"|compliant|verdict|ruling|item|pass\b)|\b(?:already|has been|have been|was) (?:decided|ruled|settled|approved|judged|verified)\b|\bthe (?:panel|board|committee|majority|other judges)\b.{0,40}\b(?:decided|agree|ruled|voted|found)/iu;

/** Kinds of sign, in the words of the note; none where the text is a clause like others. */
export function judgeDirectedSigns(text: string): readonly string[] {
  const plain = text.slice(0, LONGEST_READ);
  const own = signsIn(plain);
  const disguised = disguises(plain).flatMap(({ kind, text: hidden }) => (signsIn(hidden).length > 0 ? [kind] : []));
  return [...new Set([...own, ...disguised])];
}

/** Characters looked at; the note is a hint to read the whole clause. */
const LONGEST_READ = 50_000;

function signsIn(text: string): string[] {
  const found: string[] = [];
  const lines = text.normalize('NFKC').split(/[\n.!?。！？]/u);
  if (ROLES.test(withoutFences(text))) found.push('markers of a chat or prompt');
  if (lines.some((line) => RULINGS.test(line))) found.push('what looks like a ruling');
  const unaccented = lines.map((line) =>
    line
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/gu, '')
      .normalize('NFC'),
  );
  if (unaccented.some((line) => JUDGES.test(line) && GIVEN.test(line))) found.push('judges and rulings');
  if (unaccented.some((line) => ORDERS.test(line))) found.push('orders to ignore instructions');
  if (lines.some((line) => OUTPUT.test(line))) found.push('orders about the output');
  return found;
}

/** Examples are transcripts of chats, and stand in fences. */
function withoutFences(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[^]*?^\1[^\n]*$/gm, '');
}

interface Disguise {
  readonly kind: string;
  readonly text: string;
}

function disguises(text: string): Disguise[] {
  const encoded: Disguise[] = [];
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{24,4000}={0,2}/g)) {
    encoded.push({ kind: 'signs in base64', text: Buffer.from(run, 'base64').toString('utf8') });
  }
  for (const [run] of text.matchAll(/(?:[0-9A-Fa-f]{2}[ :,]?){12,2000}/g)) {
    encoded.push({
      kind: 'signs in hexadecimal',
      text: Buffer.from(run.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'),
    });
  }
  const unescaped = text.replace(
    /\\(?:x([0-9a-f]{2})|u\{?([0-9a-f]{4,6})\}?)|%([0-9a-f]{2})|&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/gi,
    (_, a, b, c, d, e) => {
      const code = e === undefined ? Number.parseInt(a ?? b ?? c ?? d, 16) : Number(e);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
  if (unescaped !== text) encoded.push({ kind: 'signs behind escapes', text: unescaped });
  const spaced = text.replace(/(?<![\p{L}\p{N}])(?:[\p{L}][ ._*-]){4,200}[\p{L}](?![\p{L}\p{N}])/gu, (run) =>
    run
      .replace(/ {2,}/g, '\u0000')
      .replace(/[ ._*-]/g, '')
      .replaceAll('\u0000', ' '),
  );
  if (spaced !== text) encoded.push({ kind: 'signs in spaced letters', text: spaced });
  const plain = text.replace(/[0134578@$]/g, (sign) => LEET[sign]!);
  if (/[a-z][0134578@$][a-z]/i.test(text)) encoded.push({ kind: 'signs in letters and digits', text: plain });
  encoded.push({ kind: 'signs in reversed letters', text: Array.from(text).reverse().join('') });
  const rotated = text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
  encoded.push({ kind: 'signs in rotated letters', text: rotated });
  return encoded;
}

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};
