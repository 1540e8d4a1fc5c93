package dev.watershed.analyzer.service;

import java.util.List;

/**
 * A comment tag that statements of a service carry.
 *
 * @param key the tag's key, such as {@code controller}
 * @param values one of these has to fit the tag's value
 */
public record CommentPattern(String key, List<Glob> values) {

  public CommentPattern {
    values = List.copyOf(values);
    if (key.isEmpty() || values.isEmpty()) {
      throw new IllegalArgumentException("a comment tag needs a key and a pattern");
    }
  }
}
