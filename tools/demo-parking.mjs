// Makes the demonstration data of parking for Jardines del Alba: spaces, vehicles, leases and the waiting list as an office would
// bring them. Run it (node tools/demo-parking.mjs) after a change here, and commit what it writes. The same input gives the same files.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'recipes', 'jardines-del-alba');
const today = '2026-11-23';

// A small generator of its own, so that the files do not change by themselves.
let seed = 20261123;
const random = most => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
const day = shift => new Date(Date.parse(today) + shift * 86400000).toISOString().slice(0, 10);
const write = (name, heading, rows) => writeFileSync(join(folder, name), '\uFEFF' + [heading, ...rows].map(row => row.join(';')).join('\n') + '\n');

// Units with somebody in them: those of the recipe, then those of the spreadsheet.
const recipe = JSON.parse(readFileSync(join(folder, '..', 'jardines-del-alba.recipe.json'), 'utf8'));
const items = recipe.steps.filter(step => step.name === 'content').flatMap(step => step.data);
const codeOf = new Map(items.filter(item => item.ContentType === 'Unit').map(item => [item.ContentItemId, item.UnitPart.Code]));
const live = tie => (!tie.Until || tie.Until > day(30)) && (!tie.From || tie.From <= today);
const first = [...new Set(items.filter(item => item.ContentType === 'Tie' && live(item.TiePart)).map(item => codeOf.get(item.TiePart.UnitId)))].filter(code => /^([A-F]|LC)-/.test(code ?? ''));
const ties = readFileSync(join(folder, 'ties.csv'), 'utf8').replace('\uFEFF', '').trim().split('\n').slice(1).map(line => line.split(';'));
const rest = [...new Set(ties.filter(tie => tie[4] <= today && (!tie[5] || tie[5] > day(30))).map(tie => tie[0]))].filter(code => /^([A-F]|LC)-/.test(code) && !first.includes(code));

const makes = ['Seat Ibiza, blanco', 'Renault Clio, gris', 'Toyota Corolla, azul', 'Dacia Sandero, rojo', 'Kia Niro, negro', 'Peugeot 208, gris', 'Hyundai Tucson, blanco', 'Volkswagen Golf, azul'];
const bikes = ['Honda PCX, gris', 'Yamaha NMAX, azul', 'Vespa Primavera, verde', 'Kymco Agility, blanco'];

function fill(name, units, cars, motorcycles, leased, expiring, waiting, from) {
  const vehicles = [];
  const plate = number => `${String((number * 37) % 10000).padStart(4, '0')}-DMO`;
  for (let i = 0; i < cars + motorcycles; i++) {
    const moto = i >= cars;
    vehicles.push({ plate: plate(from + i), kind: moto ? 'Moto' : 'Coche', unit: units[i % units.length], make: moto ? bikes[random(4)] : makes[random(8)], electric: !moto && random(9) === 0 });
  }

  // Garage −1 is full, so that people wait for it; −2 has room. What is sold is not let.
  const motos = vehicles.filter(v => v.kind === 'Moto').slice(0, Math.min(motorcycles, Math.round(leased / 12)));
  const inP1 = Math.round((leased - motos.length) * 0.6);
  const inP2 = leased - motos.length - inP1;
  const spaces = [];
  const number = { P1: from, P2: from };
  const space = (area, kind, use, unit, accessible = false, charger = false) => {
    const code = String(++number[area]).padStart(3, '0');
    spaces.push([area, code, kind, ['Medium', 'Medium', 'Large', 'Small'][random(4)], use === 'Sold' ? 'Owner' : 'Community', accessible ? 'sí' : 'no', charger ? 'sí' : 'no', use, unit ?? '']);
    return `${spaces.at(-1)[0]}-${code}`;
  };
  const leases = [];
  const drivers = vehicles.filter(v => v.kind === 'Coche');
  const lease = (v, code, rent) => {
    const ends = leases.length < expiring ? 3 + ((leases.length * 7) % 26) : 45 + random(300);
    leases.push([`CP-${String(from + leases.length + 1).padStart(4, '0')}`, code, v.plate, day(ends + 1 - 365), day(ends), rent]);
  };
  for (let i = 0; i < inP1; i++) lease(drivers[i], space('P1', 'Car', 'ToLet', null, false, i % 11 === 0), 62);
  for (let i = 0; i < inP2; i++) lease(drivers[inP1 + i], space('P2', 'Car', 'ToLet', null, false, i % 9 === 0), 54);
  for (const v of motos) {
    lease(v, space('P1', 'Motorcycle', 'ToLet'), 18);
  }
  for (let i = 0; i < Math.round(units.length / 12); i++) space('P1', 'Car', 'Sold', units[(i * 5 + 1) % units.length]);
  for (let i = 0; i < 2; i++) space('P1', 'Car', 'Guests');
  space('P1', 'Car', 'OutOfService');
  for (let i = 0; i < 3; i++) space('P2', 'Car', 'ToLet', null, true);
  for (let i = 0; i < Math.max(6, Math.round(leased / 10)); i++) space('P2', 'Car', 'ToLet', null, false, i % 5 === 0);
  for (let i = 0; i < 4; i++) space('P2', 'Motorcycle', 'ToLet');
  const queue = drivers.slice(inP1 + inP2, inP1 + inP2 + waiting).map((v, i) => [`LE-${String(from + i + 1).padStart(3, '0')}`, v.plate, 'P1', day(-9 * (waiting - i) - random(6)), 'no', 'no']);

  write(`parking-spaces${name}.csv`, ['Zona', 'Plaza', 'Clase', 'Tamaño', 'Propiedad', 'Accesible', 'Punto de carga', 'Uso', 'Unidad'], spaces);
  write(`vehicles${name}.csv`, ['Matrícula', 'Clase', 'Unidad', 'Persona', 'Marca y color', 'Eléctrico', 'Bloqueado por'], vehicles.map((v, i) => [v.plate, v.kind === 'Moto' ? 'Motorcycle' : 'Car', v.unit, '', v.make, v.electric ? 'sí' : 'no', i === cars - 1 ? 'Denuncia de robo' : '']));
  write(`parking-leases${name}.csv`, ['Contrato', 'Plaza', 'Matrícula', 'Desde', 'Hasta', 'Renta'], leases);
  write(`parking-waiting${name}.csv`, ['Solicitud', 'Matrícula', 'Zona', 'Solicitada el', 'Accesible', 'Punto de carga'], queue);
  return { spaces: spaces.length, vehicles: vehicles.length, leases: leases.length, waiting: queue.length };
}

console.log(first.length, rest.length, fill('', first, 40, 6, 26, 4, 5, 0), fill('-neighbours', rest, 318, 35, 242, 15, 18, 100));
