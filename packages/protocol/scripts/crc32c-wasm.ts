/**
 * Assembles the WebAssembly module of CRC-32C into src/crc/crc32c-wasm-bytes.ts: `npx tsx scripts/crc32c-wasm.ts`.
 *
 * A CRC is the remainder of the message by the polynomial P, and adding multiples of P to the message does not change
 * it. x^1672 + x^1152 + x^432 + x^312 + x^112 + 1 is such a multiple (found by search) whose exponents are whole bytes:
 * byte i is eliminated by adding it to the bytes at i + 65, 155, 170, 195 and 209. Squaring keeps a multiple a multiple,
 * so 16 times these distances serve as well, where loads are aligned. Turned around, each vector takes the five before
 * it at those distances: sixteen bytes for six loads, five xors and a store, without a table.
 *
 *     (func $fold (param $at i32) (param $end i32)      ;; one for 16 times the distances, one for once
 *       (loop $next                                     ;; four vectors a turn
 *         (v128.store (local.get $at) (v128.xor (v128.load (local.get $at)) … (v128.load offset -distance …)))
 *         (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 64))) (local.get $end))))
 *       (call $tail (local.get $end) (i32.const distance)) …)   ;; what the eliminated bytes give to those after $end
 *     (func $tail (param $end i32) (param $distance i32)        ;; m[end, end + distance) ^= m[end - distance, end)
 *       …)
 *
 * Bytes before $at must be zero as far back as the greatest distance.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DISTANCES: readonly number[] = [65, 155, 170, 195, 209];
const VECTORS_A_TURN = 4;
// One page of input, and before it room for the zeros.
const PAGES = 2;
const I32 = 0x7f;
const TAIL = 2;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
const i32 = (value: number): number[] => [0x41, ...signed(value)];
const add = 0x6a;
const subtract = 0x6b;
const lessUnsigned = 0x49;
const load128 = (align: number, offset: number): number[] => [0xfd, 0x00, align, ...unsigned(offset)];
const store128 = (align: number, offset: number): number[] => [0xfd, 0x0b, align, ...unsigned(offset)];
const xor128: readonly number[] = [0xfd, 0x51];
const end = 0x0b;
const loop = (body: readonly number[]): number[] => [0x03, 0x40, ...body, end];
const branchIf = (depth: number): number[] => [0x0d, depth];
const call = (index: number): number[] => [0x10, index];

/** `$fold` of distances `unit` times as great. Local 2 points as far back as the greatest distance, so that offsets are constants. */
function fold(unit: number): number[] {
  const greatest = DISTANCES.at(-1)! * unit;
  const align = unit === 16 ? 4 : 0;
  const turn: number[] = [];
  for (let vector = 0; vector < VECTORS_A_TURN; vector++) {
    const at = greatest + 16 * vector;
    turn.push(...get(2), ...get(2), ...load128(align, at));
    for (const distance of DISTANCES) turn.push(...get(2), ...load128(align, at - distance * unit), ...xor128);
    turn.push(...store128(align, at));
  }
  turn.push(...get(2), ...i32(16 * VECTORS_A_TURN), add, ...tee(2), ...i32(greatest), add, ...get(1), lessUnsigned, ...branchIf(0));
  const tails = DISTANCES.flatMap((distance) => [...get(1), ...i32(distance * unit), ...call(TAIL)]);
  return code([1, I32], [...get(0), ...i32(greatest), subtract, ...set(2), ...loop(turn), ...tails]);
}

/** `$tail`: local 2 is the target, local 3 the end of it; vectors first, then single bytes. */
function tail(): number[] {
  const source = [...get(2), ...get(1), subtract];
  const vectors = loop([
    ...get(2), ...get(2), ...load128(0, 0), ...source, ...load128(0, 0), ...xor128, ...store128(0, 0),
    ...get(2), ...i32(16), add, ...tee(2), ...i32(16), add, ...get(3), ...i32(1), add, lessUnsigned, ...branchIf(0),
  ]);
  const singles = loop([
    ...get(2), ...get(3), lessUnsigned, 0x04, 0x40,
    ...get(2), ...get(2), 0x2d, 0, 0, ...source, 0x2d, 0, 0, 0x73, 0x3a, 0, 0,
    ...get(2), ...i32(1), add, ...set(2), 0x0c, 1, end,
  ]);
  return code([2, I32], [...get(0), ...set(2), ...get(0), ...get(1), add, ...set(3), ...vectors, ...singles]);
}

function code(locals: readonly number[], body: readonly number[]): number[] {
  const whole = [1, ...locals, ...body, end];
  return [...unsigned(whole.length), ...whole];
}

function section(id: number, body: readonly number[]): number[] {
  return [id, ...unsigned(body.length), ...body];
}

function name(text: string): number[] {
  return [text.length, ...Buffer.from(text)];
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** The module's bytes. */
export function assembleCrc32c(): number[] {
  return [
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 2, I32, I32, 0]),
    ...section(3, [3, 0, 0, 0]),
    ...section(5, [1, 1, PAGES, PAGES]),
    ...section(7, [3, ...name('memory'), 2, 0, ...name('fold16'), 0, 0, ...name('fold1'), 0, 1]),
    ...section(10, [3, ...fold(16), ...fold(1), ...tail()]),
  ];
}

function write(module: readonly number[]): void {
  const rows: string[] = [];
  for (let at = 0; at < module.length; at += 24) rows.push(`  ${module.slice(at, at + 24).join(', ')},`);
  writeFileSync(
    new URL('../src/crc/crc32c-wasm-bytes.ts', import.meta.url),
    `// Assembled by scripts/crc32c-wasm.ts, which explains it. Do not edit.\n\nexport const CRC32C_MODULE: readonly number[] = [\n${rows.join('\n')}\n];\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(assembleCrc32c());
