package dev.watershed.benchmarks.fleet.schema;

import java.util.Locale;

/**
 * What the values of a column are made of; the type is what a column has unless it says another.
 */
public enum ColumnKind {
  /** The row's number, which the server counts. */
  ID("BIGINT UNSIGNED", 0),
  /** {@code ref schema.table}: the id of a row of that table; low ones are more likely. */
  REF("BIGINT UNSIGNED", 1),
  /** {@code int 1..100}: a whole number between bounds, both included. */
  INT("INT", 1),
  /** {@code flag 10}: 1 in so many per cent of the rows, else 0. */
  FLAG("TINYINT(1)", 1),
  /** {@code pick a,b,c}: a word; earlier ones are more likely. */
  PICK("VARCHAR(16)", 1),
  /** {@code code B}: a unique code of the row's number. */
  CODE("VARCHAR(20)", 1),
  /** {@code uuid}: a random identifier that follows from the row's number. */
  UUID("CHAR(36)", 0),
  /** {@code uuidof schema.table}: the identifier of some row there. */
  UUIDOF("CHAR(36)", 1),
  /** An address of a made-up person. */
  EMAIL("VARCHAR(120)", 0),
  /** A made-up person. */
  PERSON("VARCHAR(60)", 0),
  /** A telephone number that nobody has. */
  PHONE("VARCHAR(20)", 0),
  /** {@code words 3}: so many words. */
  WORDS("VARCHAR(120)", 1),
  /** {@code text 40}: so many words. */
  TEXT("TEXT", 1),
  /** A small document. */
  JSON("JSON", 0),
  /** {@code past 400}: a time within so many days before the load. */
  PAST("DATETIME", 1),
  /** {@code future 60}: a time within so many days after the load. */
  FUTURE("DATETIME", 1);

  private final String type;
  private final int arguments;

  ColumnKind(String type, int arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /** The SQL type. */
  public String type() {
    return type;
  }

  /** How many arguments the kind takes. */
  public int arguments() {
    return arguments;
  }

  /** The kind of a name in lower case. */
  public static ColumnKind parse(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
