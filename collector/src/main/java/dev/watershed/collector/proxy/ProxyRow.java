package dev.watershed.collector.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A row of the proxy's table.
 *
 * @param client the address of the client; empty where the proxy does not keep it
 * @param digest the proxy's own
 * @param text the statement with {@code ?} for literals
 * @param firstSeen seconds since 1970
 * @param lastSeen seconds since 1970
 * @param counters cumulative
 * @param minMicros of one execution since the row began
 * @param maxMicros of one execution since the row began
 */
record ProxyRow(
    long hostgroup,
    String schema,
    String user,
    String client,
    String digest,
    String text,
    long firstSeen,
    long lastSeen,
    Counters counters,
    long minMicros,
    long maxMicros) {

  /** Cumulative figures. */
  record Counters(long calls, long timeMicros, long rowsAffected, long rowsSent) {

    Counters plus(Counters other) {
      return new Counters(
          calls + other.calls,
          timeMicros + other.timeMicros,
          rowsAffected + other.rowsAffected,
          rowsSent + other.rowsSent);
    }

    Counters minus(Counters before) {
      return new Counters(
          calls - before.calls,
          Math.max(0, timeMicros - before.timeMicros),
          Math.max(0, rowsAffected - before.rowsAffected),
          Math.max(0, rowsSent - before.rowsSent));
    }
  }

  ProxyRow {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(counters, "counters");
  }

  /** This row and another one of the same key, which differ in what the file leaves out. */
  ProxyRow and(ProxyRow other) {
    return new ProxyRow(
        hostgroup,
        schema,
        user,
        client,
        digest,
        text,
        Math.min(firstSeen, other.firstSeen),
        Math.max(lastSeen, other.lastSeen),
        counters.plus(other.counters),
        Math.min(minMicros, other.minMicros),
        Math.max(maxMicros, other.maxMicros));
  }

  /** What the row is known by: the first 64 bits of the SHA-256 of its key. */
  long key() {
    String key = String.join("\0", Long.toString(hostgroup), schema, user, client, digest);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
