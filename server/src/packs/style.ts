import { createHash } from 'node:crypto';

/**
 * The style of a printed pack: ink on paper with a woven edge. It stands inside the page, so that
 * a file that was saved or sent looks the same; where a policy forbids that, `PACK_STYLE_HASH` allows
 * exactly this text.
 */
export const PACK_STYLE = `
:root{color-scheme:light dark;--paper:#faf6ec;--raised:#fffdf7;--ink:#23262d;--soft:#575c68;--line:#d9cfba;--cloth:#2c4c80}
@media screen and (prefers-color-scheme:dark){:root{--paper:#1a1d24;--raised:#232730;--ink:#f0eadd;--soft:#b5b3ad;--line:#3a404d;--cloth:#a9c3ee}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:1.5rem min(1.25rem,5vw) 3rem;overflow-wrap:anywhere}
h1,h2,h3{font-family:'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,'Noto Serif',serif;line-height:1.2;text-wrap:balance}
h1{font-size:min(2.1rem,13vw);margin:.15em 0 .5em}
h2{font-size:min(1.5rem,11vw);color:var(--cloth);margin:2.2em 0 .6em;padding-block-start:.9rem;border-block-start:4px double var(--cloth)}
h3{font-size:1.125rem;margin:1.5em 0 .5em}
p{margin:0}
.cafe,footer,.nothing,.later,.label,dt{color:var(--soft)}
dl{margin:0}
dl div{display:grid;grid-template-columns:8.5rem 1fr;gap:.25rem 1rem;padding-block:.15rem}
dt,dd{margin:0}
section dl{margin-block-end:1em}
ul{list-style:none;margin:0;padding:0}
li{background:var(--raised);border:1px solid var(--line);border-radius:.4rem;margin-block:.5rem;padding:.6rem .8rem}
.note{white-space:pre-wrap}
.addition{border-block-start:1px dashed var(--line);margin-block-start:.5rem;padding-block-start:.4rem;white-space:pre-wrap}
.later{font-size:.9375rem;font-style:italic}
ul+.later{margin-block-start:1rem}
.brief{margin-block-start:1.5rem;line-height:1.35}
.brief section{display:grid;grid-template-columns:2fr 3fr;gap:0 1rem;border-block-start:1px solid var(--line);padding-block:.3rem;break-inside:avoid}
.brief h2{font-size:1rem;margin:0;padding:0;border:0;text-wrap:wrap}
.brief dl{font-size:.9375rem;margin:0}
.brief dl div{grid-template-columns:auto 1fr;gap:0 .5rem;padding:0}
.brief h2,.brief dl{break-after:auto}
.brief li{background:none;border:0;margin:0;padding:0}
.brief li:has(.label){display:inline-block;margin-inline-end:.75rem}
footer{border-block-start:1px solid var(--line);font-size:.9375rem;margin-block-start:3rem;padding-block-start:.8rem}
@media (max-width:30rem){dl div{grid-template-columns:1fr;gap:0;padding-block:.3rem}.brief section{grid-template-columns:1fr}}
@page{size:A4;margin:18mm 16mm}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--line:#bbb;--cloth:#1f3861}
html{font-size:10.5pt}
body{max-width:none;padding:0}
h1{font-size:22pt}h2{font-size:15pt;margin-block-start:1.6em}h3{font-size:12pt}
h1,h2,h3,dl,.later{break-after:avoid}
li{break-inside:avoid;padding:.4rem .6rem}
p{orphans:3;widows:3}
}
`;

const hash = createHash('sha256').update(PACK_STYLE).digest('base64');

/** For a policy's style-src, quotes included. */
export const PACK_STYLE_HASH = `'sha256-${hash}'`;

/** The policy of a pack that is opened from the server: its own style and nothing else. */
export const PACK_POLICY = [
  "default-src 'none'",
  `style-src ${PACK_STYLE_HASH}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
