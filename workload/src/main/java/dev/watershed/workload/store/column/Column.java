package dev.watershed.workload.store.column;

/** A column of a table: its name in the file, its type, and what it reads as where it is absent. */
public sealed interface Column {

  /** The name in the file, stable from version to version. */
  String name();

  /** 64-bit integers. */
  record Longs(String name, long absent) implements Column {}

  /** 32-bit integers. */
  record Ints(String name, int absent) implements Column {}

  /** 16-bit integers. */
  record Shorts(String name, short absent) implements Column {}

  /** UTF-8 texts; empty where absent. */
  record Texts(String name) implements Column {}

  /** Bytes; empty where absent. */
  record Bytes(String name) implements Column {}
}
