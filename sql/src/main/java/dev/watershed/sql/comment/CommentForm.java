package dev.watershed.sql.comment;

/** How the tags of a comment are written. */
public enum CommentForm {
  /** {@code key='value',key2='v2'}, URL-encoded, quotes escaped by a backslash. */
  SQLCOMMENTER,
  /** {@code key:value,key2:v2}, written as they are. */
  MARGINALIA
}
