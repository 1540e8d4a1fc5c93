package dev.watershed.sql.comment;

/** Is shown the tags of a comment as ranges of its bytes, so that unwanted ones cost nothing. */
public interface CommentTagVisitor {

  /**
   * One tag, not yet decoded: {@link CommentTags#decode} does that. Ends are exclusive; the key is
   * never empty, the value may be.
   */
  void visitTag(byte[] bytes, int keyFrom, int keyTo, int valueFrom, int valueTo, CommentForm form);
}
