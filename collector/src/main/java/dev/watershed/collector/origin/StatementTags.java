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
    return of(bytes, fingerprinter, keys);
  }

  /**
   * The same of a statement that a fingerprinter was fed with as a whole.
   *
   * @param bytes what it was fed with
   */
  public static List<OriginTag> of(byte[] bytes, Fingerprinter fed, List<String> keys) {
    boolean leading = fed.leadingCommentFrom() >= 0;
    int from = leading ? fed.leadingCommentFrom() : fed.trailingCommentFrom();
    int to = leading ? fed.leadingCommentTo() : fed.trailingCommentTo();
    return from >= 0 && to >= from ? in(bytes, from, to, keys) : List.of();
  }

  /** The tags of the comment whose body stands in {@code [from, to)}. */
  public static List<OriginTag> in(byte[] bytes, int from, int to, List<String> keys) {
    List<OriginTag> tags = new ArrayList<>();
    for (CommentTag tag : CommentTags.parse(bytes, from, to)) {
      if (keys.contains(tag.key())) {
        tags.add(new OriginTag(tag.key(), tag.value()));
      }
    }
    return tags;
  }
}
