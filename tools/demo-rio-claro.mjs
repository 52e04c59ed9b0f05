// Makes recipes/rio-claro.recipe.json: an invented business park in its blocks, offices, firms and people. Run it
// (node tools/demo-rio-claro.mjs) after a change here, and commit what it writes; building and running PropertySuite
// needs no node. The same input gives the same file, ids included, so that running the recipe again changes nothing.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const opened = '2019-09-02';

// Ids of 26 characters that say what they are, with a few of a hash that tells namesakes apart.
const id = (kind, name) => {
  const plain = `rioc${kind}${name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  return plain.slice(0, 20).padEnd(20, '0') + createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 6);
};
const round2 = value => Math.round((value + Number.EPSILON) * 100) / 100;
const item = (type, itemId, displayText, parts) => ({
  ContentItemId: itemId, ContentItemVersionId: itemId.replace(/^rioc/, 'riov'), ContentType: type, DisplayText: displayText, Latest: true, Published: true, ...parts,
});

// --- Blocks: code, name, lowest and top floor, doors on a floor --------------------------------------------------------
const blocks = [['N1', 'Bloque N1', 0, 3, 6], ['N2', 'Bloque N2', 0, 3, 5], ['N3', 'Talleres N3', 0, 1, 7], ['CA', 'Cantina', 0, 0, 1]];
const blockItems = blocks.map(([code, name, lowest, top, doors], order) => item('Building', id('building', code), name, {
  BuildingPart: { Code: code, Name: name, LowestFloor: lowest, TopFloor: top, DoorsPerFloor: doors, Order: order + 1 },
}));

// --- Units: 24 offices in N1, 20 in N2, 14 workshops in N3, the canteen -------------------------------------------------
const units = new Map();
function unit(code, block, floor, kind, inner, note) {
  units.set(code, item('Unit', id('unit', code), code, {
    UnitPart: {
      Code: code, BuildingId: id('building', block), Floor: floor, Door: '', Kind: kind,
      InnerAreaSquareMetres: inner, BuiltAreaSquareMetres: round2(inner * 1.12), Stage: 'HandedOver', HandedOverOn: opened, ...(note && { GoodToKnow: note }),
    },
  }));
}
const codeOf = (block, floor, door) => `${block}-${floor === 0 ? String(door).padStart(2, '0') : floor * 100 + door}`;
for (const [block, , lowest, top, doors] of blocks.slice(0, 3)) {
  for (let floor = lowest; floor <= top; floor++) {
    for (let door = 1; door <= doors; door++) {
      const workshop = block === 'N3';
      unit(codeOf(block, floor, door), block, floor, workshop ? 'Workshop' : 'Office', workshop ? 180 + 12 * door : 64 + 9.5 * door);
    }
  }
}
unit('CA-01', 'CA', 0, 'Canteen', 310, 'Abierta de 7:30 a 16:30. Entregas solo por la entrada de mercancías.');

// --- People: firms, those who run them, those who work there ------------------------------------------------------------
const people = new Map();
let nextPhone = 500;
const mail = name => `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '')}@demo.invalid`;
function person(name, { company, user, language, reach = 'Any' } = {}) {
  const [givenNames, ...family] = name.split(' ');
  people.set(name, item('Person', id('person', name), name, {
    PersonPart: {
      ...(company ? { CompanyName: name } : { GivenNames: givenNames, FamilyNames: family.join(' ') }),
      Phone: `600 000 ${++nextPhone}`, Email: mail(name), ...(language && { Language: language }), Reach: reach, IsDemonstration: true,
      ...(user && { UserId: id('user', user) }),
    },
  }));
  return name;
}

const ties = [];
function tie(code, who, kind, { share, from = opened, until, home = false, bills = false, note } = {}) {
  const known = people.get(who);
  ties.push(item('Tie', id('tie', `${code} ${who} ${kind} ${from}`), `${code}, ${known.DisplayText}`, {
    TiePart: {
      UnitId: id('unit', code), PersonId: known.ContentItemId, Kind: kind, ...(share && { SharePercent: share }),
      From: from, ...(until && { Until: until }), AtHome: home, PaysBills: bills, ...(note && { Note: note }),
    },
  }));
}

person('Río Claro Patrimonio SA', { company: true, reach: 'Email' });
for (const code of units.keys()) tie(code, 'Río Claro Patrimonio SA', 'Owner', { share: 100 });

// Firm, its units, who runs it, who works there. The first is the firm of the guided tour.
const firms = [
  ['Delta Cartografía SL', ['N1-101', 'N1-102'], 'Marta Sanjuán Rey', ['Pablo Nadal Ferrer', 'Irene Cobos Lara']],
  ['Nimbo Programas SL', ['N1-103'], 'Hugo Tena Rivas', ['Wei Zhang']],
  ['Abogados Serrano & Pina', ['N1-104', 'N1-105', 'N1-106'], 'Clara Serrano Pina', ['Luis Amat Roca', 'Sara Gil Moya']],
  ['Laboratorio Óptico Lente', ['N1-201'], 'Ramón Vilar Sáez', ['Ana Prieto Cano']],
  ['Ingeniería Cuatro Puentes', ['N1-202', 'N1-203', 'N1-204'], 'Julia Ocaña Bueno', ['Mario Solís Peña', 'Eva Rubio León']],
  ['Traducciones Babel SC', ['N1-205'], 'Helen Doyle', ['Nuria Sala Vega']],
  ['Correduría Amparo', ['N1-01'], 'Amparo Gil Soto', []],
  ['Clínica del Trabajo Salus', ['N1-02', 'N1-03'], 'Iker Lasa Goñi', ['Rosa Mena Díez']],
  ['Estudio Línea Verde', ['N1-301'], 'Vera Campos Ruiz', ['Óscar Prats Lima']],
  ['Seguros Horizonte Demo', ['N1-302', 'N1-303', 'N1-304'], 'Jorge Bravo Cid', ['Lidia Pons Mir', 'Tomás Vera Gil']],
  ['Academia Idiomas Faro', ['N2-01', 'N2-02'], 'Emma Collins', ['Raquel Ortiz Sanz']],
  ['Contables Reunidos SLP', ['N2-101', 'N2-102'], 'Andrés Bello Mas', ['Inés Tur Bosch']],
  ['Imagen y Sonido Onda', ['N2-103'], 'Paula Rey Duarte', []],
  ['Consultora Norte Claro', ['N2-201', 'N2-202', 'N2-203'], 'Félix Arana Ros', ['Carla Nieto Paz', 'David Mora Sanz']],
  ['Viajes Alto Vuelo', ['N2-03'], 'Silvia Rey Montes', []],
  ['Biotec Semilla SL', ['N2-301', 'N2-302'], 'Lei Wang', ['Nora Casas Vidal']],
  ['Mecanizados Torno SA', ['N3-01', 'N3-02'], 'Manuel Cid Otero', ['Rafael Luna Haro', 'Jesús Pardo Gil']],
  ['Carpintería Olmo', ['N3-03'], 'Damián Olmo Sierra', ['Sergio Puig Roca']],
  ['Electrónica Chispa', ['N3-04'], 'Alba Núñez Toro', []],
  ['Impresores del Río', ['N3-101', 'N3-102'], 'Gema Ríos Lago', ['Pedro Saiz Mira']],
  ['Recambios Veloz', ['N3-05', 'N3-06'], 'Toni Marín Sala', []],
  ['Cocinas Tres Fuegos', ['CA-01'], 'Lola Prada Mesa', ['Ahmed Benali', 'Carmen Rojo Sanz']],
];
const accounts = { 'Marta Sanjuán Rey': 'operator', 'Pablo Nadal Ferrer': 'employee' };
const languages = { 'Helen Doyle': 'en', 'Emma Collins': 'en', 'Wei Zhang': 'zh-Hans', 'Lei Wang': 'zh-Hans' };
firms.forEach(([firm, codes, manager, employees], index) => {
  const from = `20${20 + (index % 6)}-0${1 + (index % 9)}-01`;
  person(firm, { company: true, reach: 'Email' });
  for (const name of [manager, ...employees]) person(name, { user: accounts[name], language: languages[name], reach: accounts[name] ? 'App' : 'Any' });
  for (const code of codes) {
    tie(code, firm, 'Operator', { from, home: true, bills: true, ...(index % 5 === 4 && { until: '2027-06-30' }) });
    tie(code, manager, 'Operator', { from, home: true, note: 'dirección' });
    for (const name of employees) tie(code, name, 'Employee', { from, home: true });
  }
});

// --- Accounts: no passwords; ./dev link gives a way in ----------------------------------------------------------------
const user = (userName, role) => ({
  UserId: id('user', userName), UserName: userName, Email: `${userName}@rioclaro.demo.invalid`, EmailConfirmed: true, IsEnabled: true, RoleNames: [role],
});
const users = ['manager', 'supervisor', 'desk', 'cashier', 'engineer', 'captain', 'guard', 'editor', 'contractor', 'operator', 'employee']
  .map(name => user(name, name[0].toUpperCase() + name.slice(1)));
const settings = {
  Address: 'Camino de Río Claro 4, 28906 Getafe', OfficePlace: 'Bloque N1, planta baja, junto al vestíbulo principal. Entrada sin escalones.',
  OfficeHours: 'Lunes a viernes, 8:00–18:00', Phone: '600 000 500', Email: 'oficina@rioclaro.demo.invalid', Since: 2019,
};

const lines = list => list.map(entry => `        ${JSON.stringify(entry)}`).join(',\n');
const head = {
  name: 'rio-claro', displayName: 'Demonstration data: Río Claro',
  description: 'An invented business park: three blocks, 58 offices and workshops, a canteen, their firms and people. Made by tools/demo-rio-claro.mjs.',
  author: 'PropertySuite', website: '', version: '1.0', issetuprecipe: false, categories: ['demonstration'], tags: ['demonstration'],
};
const data = [...blockItems, ...[...units.keys()].sort().map(code => units.get(code)), ...people.values(), ...ties];
const ids = data.map(entry => entry.ContentItemId);
const doubled = ids.filter((entry, index) => ids.indexOf(entry) !== index);
if (doubled.length > 0) throw new Error(`Ids are used twice: ${doubled.join(', ')}`);
writeFileSync(join(here, '../recipes/rio-claro.recipe.json'), `${JSON.stringify(head, null, 2).slice(0, -2)},
  "steps": [
    {
      "name": "settings",
      "CommunitySettings": ${JSON.stringify(settings)},
      "NumberSettings": {"CommunityCode":"PRC"}
    },
    {
      "name": "Users",
      "Users": [
${lines(users)}
      ]
    },
    {
      "name": "content",
      "data": [
${lines(data)}
      ]
    }
  ]
}
`);
console.log(`${blocks.length} buildings, ${units.size} units, ${people.size} people, ${ties.length} ties`);
