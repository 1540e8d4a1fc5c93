package dev.watershed.collector.server.statements;

import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Rows of the digest table, numbered from 0 in the order in which they were added, packed: a row
 * takes its digest, of half a byte for a hexadecimal digit, and some 20 bytes to find it by open
 * addressing. Schemas are held once. Whoever made it adds to it; nobody else does.
 */
final class DigestKeys extends AbstractSet<DigestKey> {

  private static final int FIRST_CAPACITY = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final Map<String, Integer> schemaNumbers = new HashMap<>();
  private final List<String> schemas = new ArrayList<>();
  private int size;
  private int[] hashes = new int[FIRST_CAPACITY];

  /** By row; the complement where the digest is no hexadecimal number and stands as a text. */
  private int[] rowSchemas = new int[FIRST_CAPACITY];

  /** Behind the digest of each row. */
  private int[] ends = new int[FIRST_CAPACITY];

  private byte[] digests = new byte[FIRST_CAPACITY * Long.BYTES];
  private int[] slots = new int[FIRST_CAPACITY * 2];

  @Override
  public int size() {
    return size;
  }

  /** How many bytes the arrays take. */
  long bytes() {
    return digests.length
        + (long) Integer.BYTES * (hashes.length + rowSchemas.length + ends.length + slots.length);
  }

  /** The row of a key; −1 if it has none. */
  int row(DigestKey key) {
    return slots[slot(key)] - 1;
  }

  /** The key of a row. */
  DigestKey key(int row) {
    int schema = rowSchemas[row];
    int start = start(row);
    return schema >= 0
        ? new DigestKey(schemas.get(schema), HEX.formatHex(digests, start, ends[row]))
        : new DigestKey(
            schemas.get(~schema),
            new String(digests, start, ends[row] - start, StandardCharsets.UTF_8));
  }

  @Override
  public boolean contains(Object key) {
    return key instanceof DigestKey some && row(some) >= 0;
  }

  @Override
  public Iterator<DigestKey> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public DigestKey next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return key(next++);
      }
    };
  }

  @Override
  public boolean add(DigestKey key) {
    int before = size;
    addRow(key);
    return size > before;
  }

  /** The row of a key, made when it is new. */
  int addRow(DigestKey key) {
    int slot = slot(key);
    if (slots[slot] == 0) {
      append(key);
      slots[slot] = size;
      if (size * 4 > slots.length * 3) {
        spread(slots.length * 2);
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  /** Gives back what was made room for and not used. */
  DigestKeys trimmed() {
    hashes = Arrays.copyOf(hashes, size);
    rowSchemas = Arrays.copyOf(rowSchemas, size);
    ends = Arrays.copyOf(ends, size);
    digests = Arrays.copyOf(digests, start(size));
    return this;
  }

  private void append(DigestKey key) {
    if (size == hashes.length) {
      int capacity = Math.max(FIRST_CAPACITY, size + size / 2);
      hashes = Arrays.copyOf(hashes, capacity);
      rowSchemas = Arrays.copyOf(rowSchemas, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    String digest = key.serverDigest();
    boolean hex = isHex(digest);
    byte[] packed = hex ? HEX.parseHex(digest) : digest.getBytes(StandardCharsets.UTF_8);
    int start = start(size);
    if (start + packed.length > digests.length) {
      int capacity = digests.length + digests.length / 2;
      digests = Arrays.copyOf(digests, Math.max(start + packed.length, capacity));
    }
    System.arraycopy(packed, 0, digests, start, packed.length);
    int schema = schemaNumber(key.schema());
    hashes[size] = key.hashCode();
    rowSchemas[size] = hex ? schema : ~schema;
    ends[size] = start + packed.length;
    size++;
  }

  private int schemaNumber(String schema) {
    return schemaNumbers.computeIfAbsent(
        schema,
        added -> {
          schemas.add(added);
          return schemas.size() - 1;
        });
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Where a key stands, or would. */
  private int slot(DigestKey key) {
    int hash = key.hashCode();
    int slot = mix(hash) & slots.length - 1;
    while (slots[slot] != 0) {
      int row = slots[slot] - 1;
      if (hashes[row] == hash && is(row, key)) {
        return slot;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Whether a row is that of a key; as {@link #key} says, but nothing is made for it. */
  private boolean is(int row, DigestKey key) {
    int schema = rowSchemas[row];
    if (schema < 0) {
      return key.equals(key(row));
    }
    String digest = key.serverDigest();
    int start = start(row);
    int length = ends[row] - start;
    boolean same = digest.length() == 2 * length && schemas.get(schema).equals(key.schema());
    for (int i = 0; same && i < length; i++) {
      byte two = digests[start + i];
      same =
          digest.charAt(2 * i) == HEX.toHighHexDigit(two)
              && digest.charAt(2 * i + 1) == HEX.toLowHexDigit(two);
    }
    return same;
  }

  private void spread(int capacity) {
    slots = new int[capacity];
    for (int row = 0; row < size; row++) {
      int slot = mix(hashes[row]) & capacity - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & capacity - 1;
      }
      slots[slot] = row + 1;
    }
  }

  private static int mix(int hash) {
    return hash ^ hash >>> 16;
  }

  /** Whether a text is the one that its number gives again. */
  static boolean isHex(String digest) {
    boolean hex = digest.length() % 2 == 0;
    for (int i = 0; hex && i < digest.length(); i++) {
      char c = digest.charAt(i);
      hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
    return hex;
  }
}
