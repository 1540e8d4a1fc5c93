package dev.watershed.analyzer.ownership;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The owner of a table and how sure that is.
 *
 * @param table its index
 * @param owner the index of the party; empty if contested or unknown
 * @param confidence of a declared owner always high
 * @param writes who writes it
 * @param grounds why, a clause each; of what is declared, its patterns and where they stand
 */
public record TableOwner(
    int table,
    Status status,
    OptionalInt owner,
    Confidence confidence,
    WriteShares writes,
    List<String> grounds) {

  /** Where the owner comes from. */
  public enum Status {
    DECLARED("declared"),
    /** One service writes nearly all. */
    PROPOSED("proposed"),
    /** Nobody writes it, and all tables whose names begin alike are one service's. */
    PROPOSED_BY_NAME("proposed by name"),
    /** Several services write it, and none nearly all. */
    CONTESTED("contested"),
    UNKNOWN("unknown");

    private final String key;

    Status(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }

    /** Whether it is a guess. */
    public boolean proposed() {
      return this == PROPOSED || this == PROPOSED_BY_NAME;
    }
  }

  /** How far one can rely on a proposal. */
  public enum Confidence {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String key;

    Confidence(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public TableOwner {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(writes, "writes");
    grounds = List.copyOf(grounds);
    boolean owned = status == Status.DECLARED || status.proposed();
    if (owned != owner.isPresent()) {
      throw new IllegalArgumentException("table " + table + " is " + status + " with " + owner);
    }
  }

  /** Whether this party is known or proposed to be the owner. */
  public boolean isOwnedBy(int party) {
    return owner.isPresent() && owner.getAsInt() == party;
  }
}
