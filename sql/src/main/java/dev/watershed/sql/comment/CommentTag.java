package dev.watershed.sql.comment;

import java.util.Objects;

/**
 * One tag of a comment, decoded.
 *
 * @param key never empty
 * @param value may be empty
 */
public record CommentTag(String key, String value) {

  public CommentTag {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a tag has a key");
    }
    Objects.requireNonNull(value, "value");
  }
}
