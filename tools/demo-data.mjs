// Makes recipes/jardines-del-alba.recipe.json: an invented community in its buildings, units and people, with the
// awkward cases that tests and desks meet. Run it (node tools/demo-data.mjs) after a change here, and commit what it
// writes; building and running PropertySuite needs no node. The same input gives the same file, ids included, so that
// running the recipe again changes nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRegister } from './demo-register.mjs';
import { writeVisits } from './demo-visits.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const opened = '2016-04-18';

// Ids of 26 characters that say what they are, with a few of a hash that tells namesakes apart: albaunitb07c000000001f3a9c.
const id = (kind, name) => {
  const plain = `alba${kind}${name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  return plain.slice(0, 20).padEnd(20, '0') + createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 6);
};
const round2 = value => Math.round((value + Number.EPSILON) * 100) / 100;

const item = (type, itemId, displayText, parts) => ({
  ContentItemId: itemId,
  ContentItemVersionId: itemId.replace(/^alba/, 'albv'),
  ContentType: type,
  DisplayText: displayText,
  Latest: true,
  Published: true,
  ...parts,
});

// --- Buildings: code, name, lowest and top floor, doors on a floor ---------------------------------------------------
const buildings = [
  ['A', 'Torre A', 1, 18, 4], ['B', 'Torre B', 1, 18, 4], ['C', 'Torre C', 1, 15, 4],
  ['D', 'Torre D', 1, 15, 4], ['E', 'Torre E', 1, 12, 6], ['F', 'Torre F', 1, 9, 4],
  ['LC', 'Calle comercial', 0, 0, 24], ['OF', 'Oficinas del club social', 0, 1, 8], ['P1', 'Garaje −1', -1, -1, 180],
];
const buildingId = code => id('building', code);
const buildingItems = buildings.map(([code, name, lowest, top, doors], order) => item('Building', buildingId(code), name, {
  BuildingPart: { Code: code, Name: name, LowestFloor: lowest, TopFloor: top, DoorsPerFloor: doors, Order: order + 1 },
}));

// --- Units -----------------------------------------------------------------------------------------------------------
const layouts = { T1: [54.2, 1], T2: [78.6, 2], T3: [96.4, 3], T4: [118.75, 4], 'dúplex': [146.3, 4] };
const units = new Map();
const unitId = code => id('unit', code);

function unit(code, { layout, kind = 'Flat', inner, stage = 'HandedOver', handedOver = opened, closed, works, note } = {}) {
  const [series, number, door = ''] = code.split('-');
  const area = layout ? layouts[layout][0] : inner;
  const floor = kind === 'Flat' ? Number(number) : kind === 'Garage' ? -1 : kind === 'Office' ? 1 : 0;
  units.set(code, item('Unit', unitId(code), code, {
    UnitPart: {
      Code: code, BuildingId: buildingId(series), Floor: floor, Door: door, Kind: kind,
      ...(layout && { Layout: layout, Bedrooms: layouts[layout][1] }),
      InnerAreaSquareMetres: area, BuiltAreaSquareMetres: round2(area * 1.18),
      Stage: stage,
      ...(stage === 'HandedOver' || closed ? { HandedOverOn: handedOver } : {}),
      ...(closed && { ClosedOn: closed }), ...(works && { WorksSince: works }), ...(note && { GoodToKnow: note }),
    },
  }));
}

// --- People ----------------------------------------------------------------------------------------------------------
const people = new Map();
let nextPhone = 100;

// A number that the register gives only once; 600 000 xxx is kept for demonstrations.
const phone = () => `600 000 ${String(++nextPhone)}`;
const mail = name => `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '')}@demo.invalid`;

function person(name, { given, key = name, tel = phone(), email = mail(key), reach = 'Any', language, minor, user, company } = {}) {
  const words = name.split(' ');
  const givenNames = given ?? words[0];
  people.set(key, item('Person', id('person', key), name, {
    PersonPart: {
      ...(company ? { CompanyName: name } : { GivenNames: givenNames, FamilyNames: name.slice(givenNames.length + 1) }),
      ...(tel && { Phone: tel }), ...(email && { Email: email }), ...(language && { Language: language }),
      Reach: reach, ...(minor && { IsMinor: true }), IsDemonstration: true, ...(user && { UserId: id('user', user) }),
    },
  }));
  return key;
}

// --- Ties ------------------------------------------------------------------------------------------------------------
const ties = [];
function tie(code, who, kind, { share, from = opened, until, home = false, bills = false, note, ended } = {}) {
  const personItem = people.get(who);
  const tieId = id('tie', `${code} ${who} ${kind} ${from}`);
  ties.push(item('Tie', tieId, `${code}, ${personItem.DisplayText}`, {
    TiePart: {
      UnitId: unitId(code), PersonId: personItem.ContentItemId, Kind: kind, ...(share && { SharePercent: share }),
      From: from, ...(until && { Until: until }), AtHome: home, PaysBills: bills, ...(note && { Note: note }),
      ...(ended && { Ended: { On: until, Why: ended, AtUtc: `${until}T09:00:00Z` } }),
    },
  }));
}

// --- The household of the guided tour, and the awkward cases ----------------------------------------------------------
unit('B-07-C', { layout: 'T3', note: 'Antes de las 9:00, solo urgencias: turnos de noche.' });
person('Elena Vidal Ortega', { tel: '600 000 343', reach: 'App', user: 'owner' });
person('Rafael Vidal Ortega', { tel: '600 000 344', reach: 'Phone' });
person('Julián O’Farrell Ñúñez', { tel: null, email: null, reach: 'Letter' });
person('Mateo Vidal Ruiz', { tel: null, email: null, minor: true });
person('Amparo Ríos', { tel: '600 000 345', email: null });
tie('B-07-C', 'Elena Vidal Ortega', 'Owner', { share: 50, home: true, bills: true });
tie('B-07-C', 'Rafael Vidal Ortega', 'Owner', { share: 30 });
tie('B-07-C', 'Julián O’Farrell Ñúñez', 'Owner', { share: 20 });
tie('B-07-C', 'Mateo Vidal Ruiz', 'Family', { from: '2016-09-02', home: true });
tie('B-07-C', 'Amparo Ríos', 'Staff', { from: '2022-01-10', until: '2027-01-01', note: 'lun, jue' });

// A company with a flat that it lets, and five shops.
person('Inversiones Cala Honda SL', { company: true, tel: '600 000 350', reach: 'Email' });
unit('B-07-A', { layout: 'T2' });
tie('B-07-A', 'Inversiones Cala Honda SL', 'Owner', { share: 100, bills: true });
for (const [number, inner] of [['01', 62.4], ['02', 58.1], ['03', 58.1], ['04', 71.3], ['12', 96]]) {
  unit(`LC-${number}`, { kind: 'Shop', inner });
  tie(`LC-${number}`, 'Inversiones Cala Honda SL', 'Owner', { share: 100, bills: true });
}
for (const [number, name] of [['01', 'Panadería La Espiga'], ['02', 'Farmacia del Alba'], ['12', 'Clínica Dental Umbría']]) {
  person(name, { company: true });
  tie(`LC-${number}`, name, 'Operator', { from: '2019-02-01', home: true });
}

// A shop that was split in 2021: its code is free again, its history stays.
unit('LC-05', { kind: 'Shop', inner: 120, stage: 'Closed', closed: '2021-06-30' });
unit('LC-15', { kind: 'Shop', inner: 59.5, handedOver: '2021-07-01' });
unit('LC-16', { kind: 'Shop', inner: 60.5, handedOver: '2021-07-01' });
person('Tomás Arce Villalba');
tie('LC-05', 'Tomás Arce Villalba', 'Owner', { share: 100, until: '2021-06-30', ended: 'Local dividido en LC-15 y LC-16' });
tie('LC-15', 'Tomás Arce Villalba', 'Owner', { share: 100, from: '2021-07-01', home: true, bills: true });
tie('LC-16', 'Tomás Arce Villalba', 'Owner', { share: 100, from: '2021-07-01', bills: true });

// A tenant who is an owner elsewhere; a lease that began on 29 February.
person('Carmen Duarte Gil', { reach: 'Phone' });
person('Andrés Maldonado Pinto');
unit('D-09-C', { layout: 'T4' });
unit('F-05-C', { layout: 'T2' });
tie('D-09-C', 'Andrés Maldonado Pinto', 'Owner', { share: 100, bills: true });
tie('D-09-C', 'Carmen Duarte Gil', 'Tenant', { from: '2024-02-29', until: '2028-02-29', home: true });
tie('F-05-C', 'Carmen Duarte Gil', 'Owner', { share: 100, bills: true });
person('Priya Nair', { language: 'en', reach: 'App' });
tie('F-05-C', 'Priya Nair', 'Tenant', { from: '2025-03-01', until: '2027-03-01', home: true });

// Two people of the same name.
for (const [key, code, layout] of [['María García López A', 'A-04-C', 'T3'], ['María García López E', 'E-03-B', 'T1']]) {
  person('María García López', { key });
  unit(code, { layout });
  tie(code, key, 'Owner', { share: 100, from: code === 'E-03-B' ? '2020-10-05' : opened, home: true, bills: true });
}

// An owner who sold and moved out, and the couple that bought.
unit('B-06-C', { layout: 'T3' });
person('Ignacio Prats Soler');
person('Nerea Baeza Montes');
person('Pablo Quiroga Lema');
tie('B-06-C', 'Ignacio Prats Soler', 'Owner', { share: 100, until: '2024-03-01', home: true, bills: true, ended: 'Venta' });
tie('B-06-C', 'Nerea Baeza Montes', 'Owner', { share: 50, from: '2024-03-01', home: true, bills: true });
tie('B-06-C', 'Pablo Quiroga Lema', 'Owner', { share: 50, from: '2024-03-01', home: true });

// The flat above, with works under way; units nobody has received yet.
unit('B-08-C', { layout: 'T3', works: '2026-10-05' });
person('Hugo Salvatierra Cid');
tie('B-08-C', 'Hugo Salvatierra Cid', 'Owner', { share: 100, bills: true });
unit('C-06-A', { layout: 'T2', works: '2026-11-02' });
person('Olga Ferreiro Paz');
tie('C-06-A', 'Olga Ferreiro Paz', 'Owner', { share: 100, from: '2018-05-14', bills: true });
unit('A-18-D', { layout: 'dúplex', stage: 'Completed' });
unit('E-12-E', { layout: 'T1', stage: 'Completed' });

// --- The rest of the register: owners, tenants and families from neutral lists ----------------------------------------
const given = ['Lucía', 'Javier', 'Beatriz', 'Sergio', 'Alicia', 'Raúl', 'Inés', 'Álvaro', 'Teresa', 'Óscar', 'Pilar', 'Rubén', 'Laura',
  'Iván', 'Cristina', 'Jaime', 'Noelia', 'Adrián', 'Silvia', 'Gonzalo', 'Aitana', 'Marcos', 'Rocío', 'Emilio', 'Begoña', 'Víctor'];
const family = ['Aguilar', 'Bermejo', 'Castaño', 'Dávila', 'Esteban', 'Fajardo', 'Galán', 'Herrero', 'Izquierdo', 'Jurado', 'Lozano', 'Marín',
  'Nogales', 'Olmedo', 'Peña', 'Quesada', 'Rincón', 'Sanchís', 'Trujillo', 'Uceda', 'Vallejo', 'Yáñez', 'Zapata', 'Cárdenas', 'Mínguez'];
let drawn = 0;

// Each step takes another given name and another pair of family names, so no name comes twice.
function name() {
  const n = drawn++;
  return `${given[n % given.length]} ${family[(n * 3) % family.length]} ${family[(n * 7 + 5) % family.length]}`;
}

const plain = [
  ['A-01-A', 'T2', 'home'], ['A-01-B', 'T2', 'let'], ['A-08-C', 'T3', 'home'], ['A-12-A', 'T2', 'home'], ['A-15-B', 'T4', 'home'],
  ['B-01-A', 'T2', 'vacant'], ['B-07-B', 'T2', 'home'], ['B-07-D', 'T4', 'home'], ['B-12-B', 'T3', 'home'], ['B-16-A', 'T2', 'home'],
  ['C-02-D', 'T3', 'home'], ['C-03-A', 'T2', 'let'], ['C-09-B', 'T2', 'home'], ['C-11-A', 'T3', 'home'], ['C-15-C', 'dúplex', 'home'],
  ['D-02-A', 'T2', 'home'], ['D-05-B', 'T3', 'home'], ['D-07-C', 'T3', 'let'], ['D-12-D', 'T4', 'home'], ['D-15-A', 'T4', 'vacant'],
  ['E-01-A', 'T1', 'let'], ['E-04-F', 'T1', 'home'], ['E-06-C', 'T2', 'home'], ['E-09-D', 'T1', 'let'],
  ['F-01-A', 'T2', 'home'], ['F-03-B', 'T2', 'home'], ['F-07-D', 'T3', 'vacant'], ['F-09-A', 'T4', 'home'],
];
const leases = [['2025-01-01', '2026-12-15'], ['2024-09-01', '2027-09-01'], ['2026-02-01', '2027-02-01'], ['2023-12-01', '2026-12-01'], ['2025-07-15', '2028-07-15']];
let lease = 0;
plain.forEach(([code, layout, life], index) => {
  unit(code, { layout });
  const since = index % 3 === 0 ? opened : `20${17 + (index % 8)}-0${1 + (index % 9)}-15`;
  const owner = person(name());
  const couple = life === 'home' && index % 4 === 1 ? person(name()) : null;
  tie(code, owner, 'Owner', { share: couple ? 50 : 100, from: since, home: life === 'home', bills: true });
  if (couple) tie(code, couple, 'Owner', { share: 50, from: since, home: true });
  if (life === 'home' && index % 2 === 0) {
    const surname = people.get(owner).PersonPart.FamilyNames.split(' ')[0];
    const child = person(`${given[(index * 5 + 3) % given.length]} ${surname} ${family[(index * 11 + 2) % family.length]}`, { tel: null, email: null, minor: index % 4 === 0 });
    tie(code, child, 'Family', { from: since, home: true });
  }
  if (life === 'let') {
    const [from, until] = leases[lease++ % leases.length];
    const tenant = person(name(), { language: lease === 2 ? 'zh-Hans' : undefined });
    tie(code, tenant, 'Tenant', { from, until, home: true });
  }
});

// Offices and garages.
unit('OF-01', { kind: 'Office', inner: 84 });
unit('OF-02', { kind: 'Office', inner: 61.5 });
person('Gestoría Albor SLP', { company: true });
tie('OF-01', 'Gestoría Albor SLP', 'Owner', { share: 100, from: '2017-03-01', home: true, bills: true });
tie('OF-02', 'Andrés Maldonado Pinto', 'Owner', { share: 100, from: '2019-11-04', bills: true });
for (const [number, who] of [['118', 'Elena Vidal Ortega'], ['119', 'Hugo Salvatierra Cid'], ['120', 'Carmen Duarte Gil']]) {
  unit(`P1-${number}`, { kind: 'Garage', inner: 12.5 });
  tie(`P1-${number}`, who, 'Owner', { share: 100, bills: true });
}

// --- Accounts: no passwords; ./dev link gives a way in ----------------------------------------------------------------
const user = (userName, role) => ({
  UserId: id('user', userName), UserName: userName, Email: `${userName}@demo.invalid`, EmailConfirmed: true, IsEnabled: true, RoleNames: [role],
});
const users = ['manager', 'supervisor', 'desk', 'cashier', 'engineer', 'captain', 'guard', 'editor', 'contractor', 'owner']
  .map(name => user(name, name[0].toUpperCase() + name.slice(1)));

// --- How the community is reached -------------------------------------------------------------------------------------
const settings = {
  Address: 'Avenida del Alba 12, 28055 Madrid', OfficePlace: 'Planta baja del club social, a la derecha de la puerta Norte. Entrada sin escalones.',
  OfficeHours: 'Lunes a viernes, 9:00–20:00. Sábados, 10:00–14:00', Phone: '600 000 100', Email: 'oficina@demo.invalid', Since: 2016,
};

// --- Written with an item on each line: a change of one is one line of a diff -----------------------------------------
const lines = list => list.map(entry => `        ${JSON.stringify(entry)}`).join(',\n');
const head = {
  name: 'jardines-del-alba',
  displayName: 'Demonstration data: Jardines del Alba',
  description: 'An invented community: six towers, some fifty units and their people. Made by tools/demo-data.mjs.',
  author: 'PropertySuite',
  website: '',
  version: '1.0',
  issetuprecipe: false,
  categories: ['demonstration'],
  tags: ['demonstration'],
};
const codes = [...units.keys()].sort();
const data = [...buildingItems, ...codes.map(code => units.get(code)), ...people.values(), ...ties];
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},
  "steps": [
    {
      "name": "settings",
      "NumberSettings": {"CommunityCode":"JDA"},
      "CommunitySettings": ${JSON.stringify(settings)}
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
`;

const ids = data.map(entry => entry.ContentItemId);
const doubled = ids.filter((entry, index) => ids.indexOf(entry) !== index);
if (doubled.length > 0) throw new Error(`Ids are used twice: ${doubled.join(', ')}`);
mkdirSync(join(here, '../recipes'), { recursive: true });
writeFileSync(join(here, '../recipes/jardines-del-alba.recipe.json'), text);
console.log(`${buildings.length} buildings, ${units.size} units, ${people.size} people, ${ties.length} ties`);

// --- The neighbours and the gates' log, as spreadsheets ------------------------------------------------------------------
const folder = join(here, '../recipes/jardines-del-alba');
const rest = writeRegister(folder, { units, people, ties, layouts, round2, opened });
console.log(`${rest.units} units, ${rest.people} people, ${rest.ties} ties and ${writeVisits(folder, rest.inhabited)} visits as spreadsheets`);
