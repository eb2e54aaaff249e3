/**
 * Walks the records of a batch without making an object: after each `next` its fields say where the parts of the record
 * lie. Damage does not throw; it ends the walk and leaves its reason in `damage`.
 *
 *     length varint · attributes i8 · timestampDelta varlong · offsetDelta varint · key · value · headers
 *     key and value: length varint, -1 for null, and bytes; headers: count varint, then key and value of each
 */
export class RecordCursor {
  buffer: Uint8Array = new Uint8Array(0);
  /** Where the next record begins. */
  position = 0;
  /** Where the records end. */
  limit = 0;
  /** What is wrong with the bytes at `position`; empty while nothing is. */
  damage = '';

  timestampDelta = 0;
  offsetDelta = 0;
  keyStart = 0;
  /** -1 for null. */
  keyLength = -1;
  valueStart = 0;
  /** -1 for null. */
  valueLength = -1;
  headersStart = 0;
  headerCount = 0;

  /** Starts over at other records. */
  reset(buffer: Uint8Array, position: number, limit: number): void {
    this.buffer = buffer;
    this.position = position;
    this.limit = limit;
    this.damage = '';
  }

  /** Goes over the next record; false at damage. At the end of the records there is damage too: count before you call. */
  next(): boolean {
    const recordsLimit = this.limit;
    const length = this.readVarint();
    if (this.damage !== '') return false;
    const end = this.position + length;
    if (length < 0 || end > recordsLimit) {
      return this.#fail(`record of ${length} bytes where ${recordsLimit - this.position} are left`);
    }
    this.limit = end;
    this.#walk();
    this.limit = recordsLimit;
    if (this.damage !== '') return false;
    if (this.position !== end) return this.#fail(`record says ${length} bytes and has ${length - (end - this.position)}`);
    return true;
  }

  /** A varint at `position`; 0 and `damage` if there is none. */
  readVarint(): number {
    const { buffer, limit } = this;
    let at = this.position;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= limit) return this.#cut();
      const byte = buffer[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.position = at;
        return (value >>> 1) ^ -(value & 1);
      }
    }
    this.#fail('varint is too long');
    return 0;
  }

  /** A varlong at `position`, the nearest number. */
  readVarlong(): number {
    const { buffer, limit } = this;
    let at = this.position;
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      if (at >= limit) return this.#cut();
      const byte = buffer[at++]!;
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.position = at;
        return (low >>> 1) ^ -(low & 1);
      }
    }
    return this.#longTail(at, low);
  }

  // `low` has the first 28 bits; the rest is collected in doubles by halves.
  #longTail(start: number, low: number): number {
    const { buffer, limit } = this;
    let at = start;
    let middle = 0;
    let high = 0;
    for (let index = 4; index < 10; index++) {
      if (at >= limit) return this.#cut();
      const byte = buffer[at++]!;
      if (index < 8) middle |= (byte & 0x7f) << ((index - 4) * 7);
      else high |= (byte & 0x7f) << ((index - 8) * 7);
      if (byte < 0x80) {
        this.position = at;
        return unzigzag(low | (middle << 28), (middle >>> 4) | (high << 24));
      }
    }
    this.#fail('varlong is too long');
    return 0;
  }

  #walk(): void {
    this.position++;
    this.timestampDelta = this.readVarlong();
    this.offsetDelta = this.readVarint();
    this.keyLength = this.#skipBytes();
    this.keyStart = this.position - Math.max(0, this.keyLength);
    this.valueLength = this.#skipBytes();
    this.valueStart = this.position - Math.max(0, this.valueLength);
    this.headerCount = this.damage === '' ? this.readVarint() : 0;
    this.headersStart = this.position;
    if (this.damage !== '' || this.headerCount === 0) return;
    if (this.headerCount < 0 || this.headerCount > this.limit - this.position) {
      this.#fail(`record cannot have ${this.headerCount} headers`);
      return;
    }
    for (let left = this.headerCount; left > 0 && this.damage === ''; left--) this.#skipHeader();
  }

  #skipHeader(): void {
    const at = this.position;
    const keyLength = this.#skipBytes();
    if (this.damage !== '') return;
    if (keyLength < 0) {
      this.position = at;
      this.#fail('header key is null');
      return;
    }
    this.#skipBytes();
  }

  /** Goes over length and bytes; returns the length, -1 for null (any negative one, as Kafka takes it). */
  #skipBytes(): number {
    if (this.damage !== '') return -1;
    const length = this.readVarint();
    if (length < 0) return -1;
    if (length > this.limit - this.position) {
      this.#fail(`${length} bytes do not fit into what is left of the record`);
      return -1;
    }
    this.position += length;
    return length;
  }

  #cut(): number {
    this.#fail('record is cut');
    return 0;
  }

  #fail(reason: string): false {
    if (this.damage === '') this.damage = reason;
    return false;
  }
}

function unzigzag(low: number, high: number): number {
  const sign = -(low & 1);
  const plainLow = ((low >>> 1) | (high << 31)) ^ sign;
  const plainHigh = (high >>> 1) ^ sign;
  return plainHigh * 0x1_0000_0000 + (plainLow >>> 0);
}
