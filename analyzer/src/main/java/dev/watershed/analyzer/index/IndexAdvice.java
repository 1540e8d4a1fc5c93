package dev.watershed.analyzer.index;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An index to add, to change or to drop.
 *
 * @param index the one to add, to make visible or to drop
 * @param others names of indexes that explain the advice: those that a new one replaces, or the one
 *     that makes this one superfluous
 * @param effects the statements that prove it, the one that gains most first
 * @param bytes what the index takes, or gives back; empty if unknown
 * @param entriesWrittenPerSecond index entries that writes make, change or remove; empty if unknown
 * @param netGain cost spared minus cost added, while the server was watched, in the units of the
 *     server's cost model; of a drop, but one of low value, the number of writes, 0 if unknown
 * @param saidCaveats what limits the confidence and what would falsify the advice, whole sentences
 */
public record IndexAdvice(
    Kind kind,
    String schema,
    String table,
    IndexDefinition index,
    List<String> others,
    List<DigestEffect> effects,
    OptionalLong bytes,
    OptionalDouble entriesWrittenPerSecond,
    double netGain,
    Confidence confidence,
    List<Saying> saidCaveats) {

  /** Kinds of advice. */
  public enum Kind {
    ADD("add"),
    /** A new index in the place of one that is its beginning. */
    EXTEND("extend"),
    /** An index is there and hidden from the optimizer. */
    MAKE_VISIBLE("make-visible"),
    /** Another index has the same columns. */
    DROP_DUPLICATE("drop-duplicate"),
    /** Another index begins with its columns. */
    DROP_REDUNDANT("drop-redundant"),
    /** Nobody used it while it was watched. */
    DROP_UNUSED("drop-unused"),
    /** Its use does not pay for its writes. */
    DROP_LOW_VALUE("drop-low-value");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }

    /** Whether an index goes. */
    public boolean isDrop() {
      return switch (this) {
        case ADD, EXTEND, MAKE_VISIBLE -> false;
        case DROP_DUPLICATE, DROP_REDUNDANT, DROP_UNUSED, DROP_LOW_VALUE -> true;
      };
    }
  }

  /** How much the advice rests on. */
  public enum Confidence {
    HIGH("high"),
    MEDIUM("medium"),
    /** Without statistics, or watched too shortly. */
    LOW("low");

    private final String key;

    Confidence(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public IndexAdvice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
    others = List.copyOf(others);
    effects = List.copyOf(effects);
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(entriesWrittenPerSecond, "entriesWrittenPerSecond");
    Objects.requireNonNull(confidence, "confidence");
    saidCaveats = List.copyOf(saidCaveats);
    if (!kind.isDrop() && effects.isEmpty()) {
      throw new IllegalArgumentException("index " + index.name() + " for no statement");
    }
  }

  /** {@code schema.table}. */
  public String qualifiedName() {
    return schema + "." + table;
  }

  /** The caveats in English. */
  public List<String> caveats() {
    return Saying.texts(saidCaveats);
  }
}
