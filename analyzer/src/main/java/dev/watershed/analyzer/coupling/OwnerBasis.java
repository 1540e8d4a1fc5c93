package dev.watershed.analyzer.coupling;

/** What owners a finding rests on. */
public enum OwnerBasis {
  /** It is true whoever owns the tables. */
  NONE("none"),
  /** The configuration declares them. */
  DECLARED("declared"),
  /** At least one is proposed by who writes. Such findings never gate. */
  PROPOSED("proposed");

  private final String key;

  OwnerBasis(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
