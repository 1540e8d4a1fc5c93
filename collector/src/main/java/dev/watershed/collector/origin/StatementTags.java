package dev.watershed.collector.origin;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.comment.CommentTag;
import dev.watershed.sql.comment.CommentTags;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.OriginTag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tags in the comment before or behind a statement: all that is kept of its text. */
public final class StatementTags {

  private StatementTags() {}

  /**
   * The tags of a text, in the order in which they stand: of the comment in front, if there is one,
   * else of the one behind, as for statements of a log.
   *
   * @param keys those that are wanted
   */
  public static List<OriginTag> of(String statement, SqlMode mode, List<String> keys) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    fingerprinter.begin();
    fingerprinter.feed(bytes, 0, bytes.length, true);
    return fingerprinter.leadingCommentFrom() >= 0
        ? tags(bytes, fingerprinter.leadingCommentFrom(), fingerprinter.leadingCommentTo(), keys)
        : tags(bytes, fingerprinter.trailingCommentFrom(), fingerprinter.trailingCommentTo(), keys);
  }

  private static List<OriginTag> tags(byte[] bytes, int from, int to, List<String> keys) {
    List<OriginTag> tags = new ArrayList<>();
    if (from >= 0 && to >= from) {
      for (CommentTag tag : CommentTags.parse(bytes, from, to)) {
        if (keys.contains(tag.key())) {
          tags.add(new OriginTag(tag.key(), tag.value()));
        }
      }
    }
    return tags;
  }
}
