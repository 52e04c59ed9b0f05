// The rest of the register of Jardines del Alba, as spreadsheets that the suite's own import reads: units, people, ties. What
// demo-data.mjs tells one by one (the tour's household, the awkward cases) is in its recipe; here are the neighbours.
import { mkdirSync, writeFileSync } from 'node:fs';

const today = '2026-11-23';
const goals = { home: 301, let: 74, works: 9, waiting: 7, owners: 430, tenants: 118, family: 640 };

const given = ['Adela', 'Agustín', 'Aina', 'Alba', 'Aldo', 'Amaya', 'Anselmo', 'Ariadna', 'Arturo', 'Aurora', 'Baltasar', 'Belén', 'Berta', 'Blas', 'Bruno',
  'Candela', 'Carla', 'Celia', 'César', 'Clara', 'Claudio', 'Cosme', 'Dalia', 'Damián', 'Daniela', 'Darío', 'Delia', 'Diego', 'Dolores', 'Edgar', 'Elisa', 'Elvira',
  'Enrique', 'Ester', 'Eva', 'Fabián', 'Fátima', 'Félix', 'Fermín', 'Flora', 'Gael', 'Gema', 'Gerardo', 'Gloria', 'Guadalupe', 'Guillermo', 'Héctor', 'Helena', 'Irene',
  'Isaac', 'Ismael', 'Jacinta', 'Jimena', 'Joel', 'Jorge', 'Josefa', 'Julia', 'Lara', 'Leandro', 'Leire', 'Leonor', 'Lidia', 'Lorenzo', 'Lucas', 'Luisa', 'Macarena',
  'Malena', 'Manuel', 'Marcela', 'Mariano', 'Martina', 'Matilde', 'Mauro', 'Mercedes', 'Miriam', 'Nadia', 'Natalia', 'Nicolás', 'Nuria', 'Octavio', 'Olivia', 'Pascual',
  'Paula', 'Pedro', 'Ramiro', 'Raquel', 'Rebeca', 'Ricardo', 'Rita', 'Rodrigo', 'Rosa', 'Salvador', 'Samuel', 'Sandra', 'Sara', 'Simón', 'Sofía', 'Susana', 'Tania',
  'Tobías', 'Ulises', 'Valeria', 'Vera', 'Vicente', 'Virginia', 'Wanda', 'Ximena', 'Yolanda', 'Zacarías', 'Zaida'];
const family = ['Abad', 'Alcaraz', 'Almagro', 'Andrade', 'Arenas', 'Ballester', 'Barrios', 'Benítez', 'Blasco', 'Bravo', 'Cabrera', 'Calvo', 'Campos', 'Cano', 'Carmona',
  'Carrasco', 'Casado', 'Cervera', 'Cobos', 'Conde', 'Cordero', 'Cuesta', 'Domínguez', 'Duarte', 'Escudero', 'Espinosa', 'Estévez', 'Ferrer', 'Flores', 'Franco', 'Fuentes',
  'Gallego', 'Garrido', 'Gimeno', 'Guerrero', 'Heredia', 'Hidalgo', 'Ibáñez', 'Infante', 'Lara', 'Ledesma', 'León', 'Linares', 'Llorente', 'Luque', 'Macías', 'Manzano',
  'Medina', 'Merino', 'Miralles', 'Molina', 'Montero', 'Mora', 'Muñoz', 'Navarro', 'Nieto', 'Núñez', 'Ochoa', 'Ojeda', 'Ordóñez', 'Pacheco', 'Padilla', 'Pardo', 'Pascual',
  'Peralta', 'Piñeiro', 'Pizarro', 'Ponce', 'Puig', 'Quintana', 'Ramos', 'Reina', 'Ríos', 'Rivas', 'Robles', 'Rosales', 'Rueda', 'Salas', 'Sancho', 'Segura', 'Serrano',
  'Soria', 'Soto', 'Tapia', 'Tejada', 'Tirado', 'Toledo', 'Urbano', 'Valdés', 'Varela', 'Vega', 'Velasco', 'Vera', 'Vicente', 'Villar', 'Zamora', 'Zurita'];
const trades = ['Papelería', 'Frutería', 'Peluquería', 'Tintorería', 'Óptica', 'Ferretería', 'Floristería', 'Cafetería', 'Zapatería', 'Librería', 'Mercería', 'Heladería', 'Academia', 'Asesoría', 'Estudio', 'Gestoría', 'Clínica', 'Taller'];
const signs = ['Albor', 'Cierzo', 'Rocío', 'Marea', 'Lucero', 'Encina', 'Jara', 'Tomillo', 'Aurora', 'Brisa', 'Sauce', 'Lince', 'Nogal', 'Retama'];

/** A generator of its own, so that the same data comes out everywhere. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    upTo: most => Math.floor(next() * most),
    of: list => list[Math.floor(next() * list.length)],
    yes: share => next() < share,
    mix: list => {
      for (let at = list.length - 1; at > 0; at--) {
        const other = Math.floor(next() * (at + 1));
        [list[at], list[other]] = [list[other], list[at]];
      }
      return list;
    },
  };
}

export const csv = rows => `\uFEFF${rows.map(row => row.map(cell => (/[;"\n]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : `${cell}`)).join(';')).join('\n')}\n`;

/** Writes units.csv, people.csv and ties.csv beside what is known already. */
export function writeRegister(folder, { units, people, ties, layouts, round2, opened }) {
  const luck = chance(412);
  const holding = ties.map(entry => entry.TiePart).filter(tie => tie.From <= today && (!tie.Until || tie.Until > today));
  const byId = new Map([...people.values()].map(entry => [entry.ContentItemId, entry]));
  const stateOf = entry => {
    const unit = entry.UnitPart;
    const mine = holding.filter(tie => tie.UnitId === entry.ContentItemId);
    if (unit.Stage === 'Closed') return 'closed';
    if (unit.Stage !== 'HandedOver') return 'waiting';
    if (unit.WorksSince) return 'works';
    if (mine.some(tie => tie.Kind === 'Tenant' || tie.Kind === 'Operator')) return 'let';
    return mine.some(tie => (tie.Kind === 'Owner' || tie.Kind === 'Family') && tie.AtHome) ? 'home' : 'vacant';
  };
  const have = { home: 0, let: 0, works: 0, waiting: 0, vacant: 0, closed: 0 };
  for (const entry of units.values()) if (entry.UnitPart.Kind !== 'Garage') have[stateOf(entry)]++;
  const kinds = kind => new Set(holding.filter(tie => tie.Kind === kind).map(tie => tie.PersonId)).size;

  // --- The units that are not there yet -------------------------------------------------------------------------------
  const missing = [];
  for (const [building, floors, doors] of [['A', 18, 4], ['B', 18, 4], ['C', 15, 4], ['D', 15, 4], ['E', 12, 6], ['F', 9, 4]]) {
    for (let floor = 1; floor <= floors; floor++) {
      for (let door = 0; door < doors; door++) {
        const code = `${building}-${String(floor).padStart(2, '0')}-${'ABCDEF'[door]}`;
        const layout = floor === floors && door === doors - 1 ? 'dúplex' : doors === 6 ? (door % 3 === 2 ? 'T2' : 'T1') : ['T2', 'T3', 'T3', 'T4'][door];
        if (!units.has(code)) missing.push({ code, building, floor, door: 'ABCDEF'[door], kind: 'Vivienda', layout, area: layouts[layout][0], rooms: layouts[layout][1] });
      }
    }
  }
  for (let number = 1; number <= 24; number++) {
    const code = `LC-${String(number).padStart(2, '0')}`;
    if (!units.has(code)) missing.push({ code, building: 'LC', floor: 0, door: '', kind: 'Local', layout: '', area: round2(42 + luck.upTo(700) / 10), rooms: '' });
  }
  for (let number = 1; number <= 16; number++) {
    const code = `OF-${String(number).padStart(2, '0')}`;
    if (!units.has(code)) missing.push({ code, building: 'OF', floor: number > 8 ? 1 : 0, door: '', kind: 'Oficina', layout: '', area: round2(38 + luck.upTo(600) / 10), rooms: '' });
  }
  const states = [];
  for (const state of ['home', 'let', 'works', 'waiting']) for (let n = have[state]; n < goals[state]; n++) states.push(state);
  while (states.length < missing.length) states.push('vacant');
  luck.mix(states);
  missing.forEach((entry, at) => { entry.state = states[at]; });

  // --- People: a name is given once, a number too -----------------------------------------------------------------------
  const used = new Set([...people.values()].map(entry => entry.DisplayText));
  const lines = { people: [], ties: [] };
  let number = 400;
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '');
  const person = ({ surname, reachable = true, language = '', minor = false } = {}) => {
    let names;
    do names = [luck.of(given), `${surname ?? luck.of(family)} ${luck.of(family)}`]; while (used.has(names.join(' ')));
    const name = names.join(' ');
    used.add(name);
    const phone = reachable && number < 999 ? `600 000 ${++number}` : '';
    lines.people.push([names[1], names[0], '', phone, reachable ? `${plain(name)}@demo.invalid` : '', language, reachable ? luck.of(['cualquiera', 'cualquiera', 'aplicación', 'teléfono', 'correo electrónico']) : 'cualquiera', minor ? 'sí' : 'no']);
    return name;
  };
  const company = () => {
    let name;
    do name = `${luck.of(trades)} ${luck.of(signs)} ${luck.of(['SL', 'SLU', 'SC'])}`; while (used.has(name));
    used.add(name);
    lines.people.push(['', '', name, `600 000 ${++number}`, `${plain(name)}@demo.invalid`, '', 'correo electrónico', 'no']);
    return name;
  };
  const since = () => (luck.yes(0.4) ? opened : `20${17 + luck.upTo(9)}-${String(1 + luck.upTo(12)).padStart(2, '0')}-${String(1 + luck.upTo(28)).padStart(2, '0')}`);
  const tie = (unit, who, kind, from, { until = '', share = '', home = false, bills = false, note = '' } = {}) =>
    lines.ties.push([unit, who, '', kind, from, until, share, home ? 'sí' : 'no', bills ? 'sí' : 'no', note]);

  const owned = missing.filter(entry => entry.state !== 'waiting');
  let couples = goals.owners - kinds('Owner') - owned.length;
  let tenants = goals.tenants - kinds('Tenant') - owned.filter(entry => entry.state === 'let' && entry.kind === 'Vivienda').length;
  const households = [];
  let english = 2;
  for (const entry of owned) {
    const from = since();
    const living = entry.kind === 'Vivienda';
    const home = entry.state === 'home';
    const owner = !living && luck.yes(0.5) ? company() : person({ language: living && home && english > 0 && luck.yes(0.02) ? (english--, 'en') : '' });
    const shared = living && couples > 0 && luck.yes(0.3);
    if (shared) couples--;
    tie(entry.code, owner, 'Propietario', from, { share: shared ? 50 : 100, home, bills: true });
    if (shared) tie(entry.code, person(), 'Propietario', from, { share: 50, home });
    if (home && living) households.push([entry.code, owner, from]);
    if (entry.state !== 'let') continue;
    const begun = `202${3 + luck.upTo(4)}-${String(1 + luck.upTo(10)).padStart(2, '0')}-01`;
    const ends = luck.yes(0.06) ? `2026-12-${String(5 + luck.upTo(20)).padStart(2, '0')}` : `${2027 + luck.upTo(3)}-${String(1 + luck.upTo(12)).padStart(2, '0')}-01`;
    if (!living) {
      tie(entry.code, company(), 'Explotador', begun, { home: true });
      continue;
    }
    const tenant = person();
    tie(entry.code, tenant, 'Inquilino', begun, { until: ends, home: true });
    if (tenants > 0 && luck.yes(0.75)) {
      tenants--;
      tie(entry.code, person(), 'Inquilino', begun, { until: ends, home: true });
    }
    households.push([entry.code, tenant, begun]);
  }
  // Whatever could not be placed by chance is placed in order.
  for (const [code, , from] of households) {
    if (tenants <= 0) break;
    if (lines.ties.some(line => line[0] === code && line[3] === 'Inquilino')) {
      tenants--;
      tie(code, person(), 'Inquilino', from, { home: true });
    }
  }
  for (let members = goals.family - kinds('Family'), at = 0; members > 0; members--, at++) {
    const [code, head, from] = households[at % households.length];
    const grown = luck.yes(0.45);
    tie(code, person({ surname: head.split(' ').at(-2), reachable: false, minor: !grown }), 'Familia', from, { home: true, note: grown ? '' : luck.of(['hija', 'hijo']) });
  }

  mkdirSync(folder, { recursive: true });
  const write = (name, rows) => writeFileSync(`${folder}/${name}`, csv(rows));
  write('units.csv', [
    ['Código', 'Edificio', 'Planta', 'Puerta', 'Clase', 'Tipo', 'Dormitorios', 'Superficie útil', 'Superficie construida', 'Entregada el', 'Obras desde', 'Conviene saber'],
    ...missing.map((entry, at) => [
      entry.code, entry.building, entry.floor, entry.door, entry.kind, entry.layout, entry.rooms, `${entry.area}`.replace('.', ','), `${round2(entry.area * 1.18)}`.replace('.', ','),
      entry.state === 'waiting' ? '' : opened, entry.state === 'works' ? `2026-10-${String(6 + (at % 20)).padStart(2, '0')}` : '', at % 41 === 7 ? 'Persona con movilidad reducida: avise y espere.' : '',
    ]),
  ]);
  write('people.csv', [['Apellidos', 'Nombre', 'Empresa', 'Teléfono', 'Correo electrónico', 'Idioma', 'Contacto preferido', 'Menor de edad'], ...lines.people]);
  write('ties.csv', [['Unidad', 'Persona', 'Teléfono o correo', 'Vínculo', 'Desde', 'Hasta', 'Cuota en %', 'En casa', 'Paga los recibos', 'Nota'], ...lines.ties]);
  return { units: missing.length, people: lines.people.length, ties: lines.ties.length, inhabited: [...households.map(([code]) => code)], known: byId.size };
}
