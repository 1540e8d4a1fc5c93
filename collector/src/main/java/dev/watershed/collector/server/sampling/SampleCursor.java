package dev.watershed.collector.server.sampling;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Counted;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where the next run goes on: which process was seen when, which servers answered before, and the
 * last sample of every domain. As bytes: a version, the length of the values, a checksum (CRC-32C),
 * and the values, compressed by Zstandard.
 *
 * @param seen the server process of the samples
 * @param seenAt when, by the server's clock
 * @param before other servers that were counted under the same name, the last one first
 */
record SampleCursor(ServerIdentity seen, Instant seenAt, List<Counted> before) {

  /** The version written; others are not known. */
  static final int VERSION = 1;

  private static final int LEVEL = 3;
  private static final int MOST_BYTES = 256 << 20;

  /** Stands among the domains, so that versions that do not know it pass over it. */
  private static final String BEFORE = "servers before";

  private static final int MOST_BEFORE = 16;
  private static final int SMALLEST_BEFORE = 2;

  SampleCursor {
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(seenAt, "seenAt");
    before = List.copyOf(before);
  }

  /** Behind a sample of a process; {@code last} is where it goes on from. */
  static SampleCursor after(Optional<SampleCursor> last, ServerIdentity seen, Instant seenAt) {
    List<Counted> others = new ArrayList<>();
    if (last.isPresent()) {
      others.add(last.get().counted());
      others.addAll(last.get().before());
    }
    others.removeIf(other -> other.id().equals(seen.id()));
    return new SampleCursor(seen, seenAt, others.subList(0, Math.min(MOST_BEFORE, others.size())));
  }

  /** The server that was seen, and until when. */
  Counted counted() {
    return new Counted(seen.id(), seenAt);
  }

  /** The bytes of a cursor and the tracks that belong to it. */
  static byte[] encode(Optional<SampleCursor> cursor, List<DomainTrack<?, ?>> tracks) {
    ByteWriter values = new ByteWriter().flag(cursor.isPresent());
    cursor.ifPresent(some -> some.write(values));
    boolean others = cursor.isPresent() && !cursor.get().before().isEmpty();
    values.number(tracks.size() + (others ? 1 : 0));
    if (others) {
      byte[] bytes = cursor.get().others();
      values.text(BEFORE).number(bytes.length).bytes(bytes);
    }
    for (DomainTrack<?, ?> track : tracks) {
      ByteWriter domain = new ByteWriter();
      track.encode(domain);
      byte[] bytes = domain.toByteArray();
      values.text(track.name()).number(bytes.length).bytes(bytes);
    }
    byte[] plain = values.toByteArray();
    return new ByteWriter()
        .number(VERSION)
        .number(plain.length)
        .fixed(checksum(plain))
        .bytes(Zstd.compress(plain, LEVEL))
        .toByteArray();
  }

  /**
   * The cursor of bytes; the tracks take over their samples. A domain that is not written, or not
   * as this version knows it, begins anew.
   *
   * @param anew is told the names of domains that are written and begin anew, with the reason
   * @throws DamagedBytesException if the bytes are damaged, or of another version; the tracks are
   *     then as they were
   */
  static Optional<SampleCursor> decode(
      byte[] bytes, List<DomainTrack<?, ?>> tracks, List<String> anew)
      throws DamagedBytesException {
    ByteReader values = new ByteReader(plain(bytes));
    Optional<SampleCursor> cursor = values.flag() ? Optional.of(read(values)) : Optional.empty();
    List<Written> domains = new ArrayList<>();
    for (int left = values.count(2); left > 0; left--) {
      String name = values.text();
      domains.add(new Written(name, values.bytes(values.count(1))));
    }
    values.end();
    List<Counted> before = new ArrayList<>();
    for (Written domain : domains) {
      if (domain.name().equals(BEFORE)) {
        before.addAll(others(new ByteReader(domain.bytes())));
      }
      for (DomainTrack<?, ?> track : tracks) {
        if (track.name().equals(domain.name())) {
          decode(track, domain, anew);
        }
      }
    }
    return cursor.map(some -> new SampleCursor(some.seen(), some.seenAt(), before));
  }

  private byte[] others() {
    ByteWriter bytes = new ByteWriter().number(before.size());
    before.forEach(other -> bytes.text(other.id()).signed(micros(other.until())));
    return bytes.toByteArray();
  }

  private static List<Counted> others(ByteReader bytes) throws DamagedBytesException {
    List<Counted> others = new ArrayList<>();
    for (int left = bytes.count(SMALLEST_BEFORE); left > 0; left--) {
      others.add(new Counted(bytes.text(), instant(bytes.signed())));
    }
    bytes.end();
    return others;
  }

  private record Written(String name, byte[] bytes) {}

  private static void decode(DomainTrack<?, ?> track, Written domain, List<String> anew) {
    try {
      track.decode(new ByteReader(domain.bytes()));
    } catch (DamagedBytesException e) {
      anew.add(domain.name() + " (" + e.getMessage() + ")");
    }
  }

  private static byte[] plain(byte[] bytes) throws DamagedBytesException {
    ByteReader reader = new ByteReader(bytes);
    long version = reader.number();
    if (version != VERSION) {
      throw new DamagedBytesException(
          "a cursor of version " + version + "; this Watershed reads version " + VERSION);
    }
    long length = reader.number();
    long checksum = reader.fixed();
    if (length < 0 || length > MOST_BYTES) {
      throw new DamagedBytesException("a cursor of " + length + " bytes");
    }
    byte[] plain;
    try {
      plain = Zstd.decompress(reader.rest(), (int) length);
    } catch (ZstdException e) {
      throw new DamagedBytesException("a cursor that does not unpack: " + e.getMessage());
    }
    if (plain.length != length || checksum(plain) != checksum) {
      throw new DamagedBytesException("a cursor with a wrong checksum");
    }
    return plain;
  }

  private void write(ByteWriter bytes) {
    bytes.text(seen.product().name()).text(seen.version()).text(seen.id());
    bytes.signed(micros(seen.startedAt())).flag(seen.readOnly()).signed(micros(seenAt));
  }

  private static SampleCursor read(ByteReader bytes) throws DamagedBytesException {
    String product = bytes.text();
    String version = bytes.text();
    String id = bytes.text();
    Instant startedAt = instant(bytes.signed());
    boolean readOnly = bytes.flag();
    try {
      ServerProduct known = ServerProduct.valueOf(product);
      return new SampleCursor(
          new ServerIdentity(known, version, id, startedAt, readOnly),
          instant(bytes.signed()),
          List.of());
    } catch (IllegalArgumentException e) {
      throw new DamagedBytesException("a server of product " + product);
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
