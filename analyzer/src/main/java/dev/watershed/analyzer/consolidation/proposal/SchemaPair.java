package dev.watershed.analyzer.consolidation.proposal;

/** Two schemas of one set of data, in order. */
record SchemaPair(String dataSet, String first, String second) implements Comparable<SchemaPair> {

  static SchemaPair of(String dataSet, String one, String other) {
    return one.compareTo(other) < 0
        ? new SchemaPair(dataSet, one, other)
        : new SchemaPair(dataSet, other, one);
  }

  @Override
  public int compareTo(SchemaPair other) {
    int order = dataSet.compareTo(other.dataSet);
    order = order != 0 ? order : first.compareTo(other.first);
    return order != 0 ? order : second.compareTo(other.second);
  }
}
