package dev.watershed.collector.slowlog;

import dev.watershed.sql.comment.CommentTag;
import dev.watershed.sql.comment.CommentTags;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the bytes of user lines and comments to origin indexes. What was seen before is found by a
 * hash of its bytes and compared with them, so that a known origin costs no allocation.
 */
final class Origins {

  private static final int CACHE_SLOTS = 1 << 12;
  private static final byte[] NO_BYTES = {};

  private static final class Entry {
    private final byte[] user;
    private final byte[] comment;
    private final int originIndex;

    Entry(byte[] user, byte[] comment, int originIndex) {
      this.user = user;
      this.comment = comment;
      this.originIndex = originIndex;
    }
  }

  private final WorkloadBuilder builder;
  private final List<String> tagKeys;
  private final int ipv4NetworkBits;
  private final Entry[] cache = new Entry[CACHE_SLOTS];
  private final Map<String, UserHost> users = new HashMap<>();
  private int generation;

  Origins(WorkloadBuilder builder, List<String> tagKeys, int ipv4NetworkBits) {
    this.builder = builder;
    this.tagKeys = tagKeys;
    this.ipv4NetworkBits = ipv4NetworkBits;
  }

  /**
   * The index of an origin.
   *
   * @param bytes holds the user line's {@code user[user] @ host [ip]}; padded
   * @param commentBytes holds the comment; padded; an empty range when there is none
   */
  int indexOf(
      byte[] bytes, int userFrom, int userTo, byte[] commentBytes, int commentFrom, int commentTo) {
    if (generation != builder.generation()) {
      generation = builder.generation();
      Arrays.fill(cache, null);
    }
    long hash = Words.hash(bytes, userFrom, userTo);
    if (commentTo > commentFrom) {
      hash = hash * 31 + Words.hash(commentBytes, commentFrom, commentTo);
    }
    int slot = (int) (hash ^ hash >>> 29) & CACHE_SLOTS - 1;
    Entry entry = cache[slot];
    boolean known =
        entry != null
            && Arrays.equals(entry.user, 0, entry.user.length, bytes, userFrom, userTo)
            && Arrays.equals(
                entry.comment, 0, entry.comment.length, commentBytes, commentFrom, commentTo);
    if (known) {
      return entry.originIndex;
    }
    byte[] user = Arrays.copyOfRange(bytes, userFrom, userTo);
    byte[] comment =
        commentTo > commentFrom
            ? Arrays.copyOfRange(commentBytes, commentFrom, commentTo)
            : NO_BYTES;
    int index = builder.originIndex(origin(user, comment));
    if (generation == builder.generation()) {
      cache[slot] = new Entry(user, comment, index);
    }
    return index;
  }

  private Origin origin(byte[] user, byte[] comment) {
    String line = new String(user, StandardCharsets.UTF_8);
    UserHost userHost = users.get(line);
    if (userHost == null) {
      userHost = UserHost.parse(line, ipv4NetworkBits);
      if (users.size() < CACHE_SLOTS) {
        users.put(line, userHost);
      }
    }
    List<OriginTag> tags = new ArrayList<>();
    if (comment.length > 0) {
      for (CommentTag tag : CommentTags.parse(comment, 0, comment.length)) {
        if (tagKeys.contains(tag.key())) {
          tags.add(new OriginTag(tag.key(), tag.value()));
        }
      }
    }
    return new Origin(userHost.user(), userHost.host(), tags);
  }
}
