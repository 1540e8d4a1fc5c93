package dev.watershed.collector.slowlog;

import dev.watershed.collector.origin.StatementTags;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * From the bytes of user lines and comments to origin indexes. What was seen before is found again
 * by its bytes, so that a known origin costs no allocation. Bounded: of too many all are forgotten.
 */
final class Origins {

  private static final int PAIR_SLOTS = 1 << 13;

  /** The id of no comment, the first one that is asked for. */
  private static final int UNTAGGED = 0;

  private final WorkloadBuilder builder;
  private final List<String> tagKeys;
  private final int ipv4NetworkBits;
  private ByteNames<UserHost> users = new ByteNames<>(this::user);
  private ByteNames<List<OriginTag>> tags;
  private final long[] pairs = new long[PAIR_SLOTS];
  private final int[] pairIndexes = new int[PAIR_SLOTS];
  private int generation;

  Origins(WorkloadBuilder builder, List<String> tagKeys, int ipv4NetworkBits) {
    this.builder = builder;
    this.tagKeys = tagKeys;
    this.ipv4NetworkBits = ipv4NetworkBits;
    this.generation = builder.generation();
    this.tags = untagged();
    Arrays.fill(pairs, -1);
  }

  private ByteNames<List<OriginTag>> untagged() {
    ByteNames<List<OriginTag>> names = new ByteNames<>(this::tags);
    names.idOf(new byte[Words.PADDING], 0, 0);
    return names;
  }

  /**
   * The index of an origin.
   *
   * @param bytes holds the user line's {@code user[user] @ host [ip]}; padded
   * @param commentBytes holds the comment; padded; an empty range when there is none
   */
  int indexOf(
      byte[] bytes, int userFrom, int userTo, byte[] commentBytes, int commentFrom, int commentTo) {
    boolean full = users.full() || tags.full();
    if (full) {
      users = new ByteNames<>(this::user);
      tags = untagged();
    }
    if (full || generation != builder.generation()) {
      generation = builder.generation();
      Arrays.fill(pairs, -1);
    }
    int user = users.idOf(bytes, userFrom, userTo);
    int tagged =
        commentTo <= commentFrom ? UNTAGGED : tags.idOf(commentBytes, commentFrom, commentTo);
    long pair = (long) user << 32 | tagged;
    int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 51);
    if (pairs[slot] != pair) {
      UserHost account = users.name(user);
      pairIndexes[slot] =
          builder.originIndex(new Origin(account.user(), account.host(), tags.name(tagged)));
      pairs[slot] = pair;
    }
    return pairIndexes[slot];
  }

  private UserHost user(byte[] line) {
    return UserHost.parse(new String(line, StandardCharsets.UTF_8), ipv4NetworkBits);
  }

  private List<OriginTag> tags(byte[] comment) {
    return StatementTags.in(comment, 0, comment.length, tagKeys);
  }
}
