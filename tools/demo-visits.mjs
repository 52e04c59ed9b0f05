// Thirty days at the gates of Jardines del Alba, as the log that a paper book would give: deliveries, guests, domestic help,
// contractors. The last day is 23 November 2026; the recipe moves it to the day on which it is run, and takes what has been by then.
// Beside it, who is expected on that day and the next, of which the recipe takes what is still to come.
import { writeFileSync } from 'node:fs';
import { chance, csv } from './demo-register.mjs';

const last = Date.UTC(2026, 10, 23);
const kinds = [['Reparto', 46], ['Invitado', 27], ['Servicio doméstico', 17], ['Contratista', 10]];
const first = ['Abel', 'Alma', 'Boris', 'Carmela', 'Chen', 'Dora', 'Elio', 'Fanny', 'Gina', 'Hugo', 'Ivo', 'Jun', 'Karima', 'Lía', 'Mohamed', 'Nora', 'Omar', 'Petra', 'Quim', 'Rosa', 'Sam', 'Tere', 'Uxía', 'Vlad', 'Wei', 'Xoan', 'Yago', 'Zoe'];
const second = ['Abril', 'Bosch', 'Chao', 'Díez', 'Egea', 'Feria', 'Goñi', 'Haro', 'Isla', 'Jara', 'Kamal', 'Lago', 'Mir', 'Nava', 'Oria', 'Paz', 'Quiles', 'Rey', 'Saiz', 'Tena', 'Ubeda', 'Vidal', 'Wong', 'Yus', 'Zafra'];

/** Writes visits.csv. */
export function writeVisits(folder, homes) {
  const luck = chance(30);
  const rows = [];
  const stamp = (day, minutes) => {
    const at = new Date(day + minutes * 60000).toISOString();
    return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  };
  const share = () => {
    let drawn = luck.upTo(100);
    return kinds.find(([, part]) => (drawn -= part) < 0)[0];
  };
  let overstays = 11;
  let refusals = 6;
  let blocks = 2;
  for (let back = 30; back >= 0; back--) {
    const day = last - back * 86400000;
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const count = 90 + luck.upTo(weekend ? 40 : 71);
    const arrivals = Array.from({ length: count }, () => 7 * 60 + luck.upTo(15 * 60)).sort((a, b) => a - b);
    arrivals.forEach((arrival, at) => {
      const kind = share();
      const stay = { Reparto: 4 + luck.upTo(18), Invitado: 45 + luck.upTo(180), 'Servicio doméstico': 120 + luck.upTo(180), Contratista: 60 + luck.upTo(300) }[kind];
      let result = '';
      let leaving = arrival + stay;
      if (refusals > 0 && kind === 'Invitado' && back % 5 === 2 && at > 20 && !rows.some(row => row[9] === 'rechazada' && row[6].startsWith(stamp(day, 0).slice(0, 10)))) {
        refusals--;
        result = 'rechazada';
      } else if (blocks > 0 && kind === 'Invitado' && back % 13 === 4 && at > 30) {
        blocks--;
        result = 'rechazada';
      } else if (overstays > 0 && kind === 'Invitado' && at === arrivals.findLastIndex((minute, index) => minute < 18 * 60 && index <= at) && luck.yes(0.25)) {
        overstays--;
        leaving = arrival + 300 + luck.upTo(200);
      }
      const gate = kind === 'Contratista' || (kind === 'Reparto' && luck.yes(0.3)) ? 'S' : 'N';
      rows.push([
        `LIBRO-${String(rows.length + 1).padStart(5, '0')}`, `${luck.of(first)} ${luck.of(second)}`, kind === 'Invitado' && luck.yes(0.3) ? 2 + luck.upTo(3) : 1,
        luck.yes(0.12) ? `${String(1000 + luck.upTo(9000))}-DMO` : '', kind, luck.of(homes), stamp(day, arrival), result ? '' : stamp(day, leaving), gate, result,
      ]);
    });
    // One that comes before midnight and leaves after it.
    rows.push([`LIBRO-${String(rows.length + 1).padStart(5, '0')}`, `${luck.of(first)} ${luck.of(second)}`, 2, '', 'Invitado', luck.of(homes), stamp(day, 22 * 60 + 10), stamp(day, 24 * 60 + 35), 'N', '']);
  }
  writeFileSync(`${folder}/visits.csv`, csv([['Número', 'Nombre', 'Personas', 'Matrícula', 'Clase', 'Unidad', 'Llegada', 'Salida', 'Entrada', 'Resultado'], ...rows]));

  const expected = [];
  for (let hour = 0; hour < 48; hour++) {
    const day = last + Math.floor(hour / 24) * 86400000;
    const at = hour % 24;
    for (let more = at < 8 || at > 21 ? 0 : 1 + luck.upTo(2); more > 0; more--) {
      const kind = luck.yes(0.6) ? 'Invitado' : luck.yes(0.6) ? 'Reparto' : 'Contrata';
      const from = at * 60 + 15 * luck.upTo(4);
      expected.push([
        `${luck.of(first)} ${luck.of(second)}`, luck.of(homes), stamp(day, from), stamp(day, from + (kind === 'Reparto' ? 60 : 240)), kind, kind === 'Invitado' ? 1 + luck.upTo(4) : 1,
        kind === 'Invitado' ? `600 000 ${String(100 + luck.upTo(900))}` : '', luck.yes(0.3) ? `${String(1000 + luck.upTo(9000))}-DMO` : '',
      ]);
    }
  }
  writeFileSync(`${folder}/expected-visits.csv`, csv([['Visitante', 'Unidad', 'Desde', 'Hasta', 'Clase', 'Personas', 'Teléfono', 'Matrícula'], ...expected]));
  return rows.length;
}
