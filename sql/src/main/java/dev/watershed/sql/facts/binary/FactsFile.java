package dev.watershed.sql.facts.binary;

import dev.watershed.sql.facts.StatementFacts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * The facts of one file. A statement's are read when they are asked for, by any number of threads.
 *
 * <p>{@code WSFACTS1}; the CRC-32C of all that follows; the origin; the places of all statements;
 * the table of texts; the facts. The same facts make the same bytes.
 */
public final class FactsFile {

  private static final long MAGIC = 0x5753464143545331L;
  private static final int HEAD = Long.BYTES + Integer.BYTES;

  private final byte[] bytes;
  private final String[] texts;
  private final int start;
  private final Map<FactsKey, Integer> places;

  private FactsFile(byte[] bytes, String[] texts, int start, Map<FactsKey, Integer> places) {
    this.bytes = bytes;
    this.texts = texts;
    this.start = start;
    this.places = places;
  }

  /** The bytes of a file. */
  public static byte[] write(FactsOrigin origin, SortedMap<FactsKey, StatementFacts> facts) {
    FactsOutput content = new FactsOutput();
    FactsOutput head = new FactsOutput();
    head.raw(new byte[HEAD]);
    head.number(origin.version());
    head.characters(origin.definitions());
    head.number(facts.size());
    facts.forEach(
        (key, value) -> {
          writeKey(head, key);
          head.number(content.size());
          StatementCodec.write(content, value);
        });
    head.number(content.texts().size());
    content.texts().forEach(head::characters);
    head.raw(content.bytes());
    byte[] bytes = head.bytes();
    ByteBuffer.wrap(bytes).putLong(MAGIC).putInt(checksum(bytes));
    return bytes;
  }

  /** A file of this origin; empty if the bytes are none, or are damaged. */
  public static Optional<FactsFile> read(byte[] bytes, FactsOrigin origin) {
    if (bytes.length < HEAD
        || ByteBuffer.wrap(bytes).getLong() != MAGIC
        || ByteBuffer.wrap(bytes).getInt(Long.BYTES) != checksum(bytes)) {
      return Optional.empty();
    }
    FactsInput in = new FactsInput(bytes, new String[0], HEAD);
    if (in.number() != origin.version() || !in.characters().equals(origin.definitions())) {
      return Optional.empty();
    }
    int count = in.integer();
    Map<FactsKey, Integer> places = new HashMap<>(2 * count);
    for (int i = 0; i < count; i++) {
      FactsKey key = readKey(in);
      places.put(key, in.integer());
    }
    String[] texts = new String[in.integer()];
    Arrays.setAll(texts, unused -> in.characters());
    return Optional.of(new FactsFile(bytes, texts, in.at(), places));
  }

  private static void writeKey(FactsOutput out, FactsKey key) {
    out.raw(ByteBuffer.allocate(Long.BYTES).putLong(key.digest()).array());
    out.optional(key.schema(), FactsOutput::characters);
    out.flag(key.truncated());
    out.number(key.length());
  }

  private static FactsKey readKey(FactsInput in) {
    long digest = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      digest = digest << Byte.SIZE | in.octet() & 0xff;
    }
    return new FactsKey(digest, in.optional(FactsInput::characters), in.flag(), in.integer());
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEAD, bytes.length - HEAD);
    return (int) crc.getValue();
  }

  /** How many statements it has. */
  public int size() {
    return places.size();
  }

  /** The facts about a statement, if it has them. */
  public Optional<StatementFacts> find(FactsKey key) {
    return Optional.ofNullable(places.get(key))
        .map(place -> StatementCodec.read(new FactsInput(bytes, texts, start + place)));
  }
}
