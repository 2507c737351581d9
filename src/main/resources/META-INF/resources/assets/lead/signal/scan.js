import { newOnce, post } from '../../api.js';
import { count, day, percent1 } from '../../format.js';
import { html, useState } from '../../lib.js';
import { ProblemNote } from '../../parts/problem.js';
import { Table } from '../../parts/table.js';
import { t, word } from '../../words.js';
import * as column from '../columns.js';
import { monthName } from '../time.js';

const where = ({ part }) => (part ? part.label : t('scan.whole_market'));
const range = (side) => t('scan.side', { share: percent1(side.value), low: percent1(side.low), high: percent1(side.high), deals: count(side.deals) });

/** What the latest scan says beside its signals: that nothing changed, that too little is known, and what is a hint only. */
export function ScanSays({ scan, session, again }) {
  const [problem, setProblem] = useState();
  const look = () => post('/signals/scan', undefined, newOnce()).then(again, setProblem);
  return html`
    ${scan.scanned_on ? html`<p>${t('scan.told', {
      period: monthName(scan.period), day: day(scan.scanned_on), looked: count(scan.looked), changed: count(scan.changed),
      no_change: count(scan.no_change), unanswerable: count(scan.not_enough_evidence.length),
    })}</p>` : html`<p>${t('scan.never', { period: monthName(scan.period) })}</p>`}
    <${Listed} says="scan.evidence" rows=${scan.not_enough_evidence} columns=${[
      column.text(t('scan.where'), where),
      column.text(t('scan.what'), (row) => word('signal_kind', row.kind)),
      column.text(t('scan.of'), (row) => word('share_of', row.whole)),
      column.text(t('scan.missing'), (row) => row.missing.map(missing).join('; ')),
    ]} />
    <${Listed} says="scan.indications" rows=${scan.indications} columns=${differences} />
    <${Listed} says="scan.reading_changed" rows=${scan.reading_changed} columns=${differences} />
    ${session.role === 'leader' && html`<p class="row"><button type="button" onClick=${look}>${t('scan.again')}</button> <span class="hint">${t('scan.again_hint')}</span></p>`}
    <${ProblemNote} problem=${problem} />`;
}

const missing = ({ what, have, need }) => t(have === undefined ? 'scan.need' : 'scan.have', { what: word('missing', what), have: have !== undefined && count(have), need: count(need) });

const differences = [
  column.text(t('scan.what'), (row) => row.label),
  column.text(t('scan.where'), where),
  column.text(t('numbers.before'), (row) => range(row.before)),
  column.text(t('numbers.now'), (row) => range(row.now)),
];

function Listed({ says, rows, columns }) {
  if (rows.length === 0) return null;
  return html`<details><summary>${t(says, { count: rows.length, number: count(rows.length) })}</summary>
    <p class="hint">${t(says + '_hint')}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t(says, { count: rows.length, number: count(rows.length) })}><${Table} columns=${columns} rows=${rows} /></div></details>`;
}
