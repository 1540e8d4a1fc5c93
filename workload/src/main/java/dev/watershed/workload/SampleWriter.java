package dev.watershed.workload;

/** Turns a statement's bytes into the text that is kept: redacted, or raw where that is allowed. */
@FunctionalInterface
public interface SampleWriter {

  /** The text for a statement's first bytes. */
  String write(byte[] statement);
}
