package dev.watershed.sql.facts;

/** How a column is compared. */
public enum Comparison {
  EQUAL(Access.POINT),
  /** {@code <=>}. */
  NULL_SAFE_EQUAL(Access.POINT),
  IN(Access.POINTS),
  IS_NULL(Access.POINT),
  /** {@code >}, {@code >=}. */
  GREATER(Access.RANGE),
  /** {@code <}, {@code <=}. */
  LESS(Access.RANGE),
  BETWEEN(Access.RANGE),
  /** A range if its pattern begins with no wildcard. */
  LIKE(Access.RANGE),
  NOT_EQUAL(Access.NONE),
  NOT_IN(Access.NONE),
  NOT_BETWEEN(Access.NONE),
  NOT_LIKE(Access.NONE),
  IS_NOT_NULL(Access.NONE),
  REGEXP(Access.NONE),
  /** {@code MATCH … AGAINST}: a full-text index alone serves it. */
  MATCH(Access.NONE),
  /** MEMBER OF, JSON_CONTAINS, JSON_OVERLAPS: a multi-valued index alone serves them. */
  JSON_MEMBER(Access.NONE),
  /** ST_Contains and its like: a spatial index alone serves them. */
  SPATIAL(Access.NONE);

  /** What part of an ordered index a comparison with constants selects. */
  public enum Access {
    POINT,
    POINTS,
    RANGE,
    /** None that is worth its reading. */
    NONE
  }

  private final Access access;

  Comparison(Access access) {
    this.access = access;
  }

  /** What part of an ordered index it selects. */
  public Access access() {
    return access;
  }
}
