package dev.watershed.analyzer.ownership;

/**
 * A declared owner that hardly writes its table, while another does.
 *
 * @param table its index
 * @param declared the party that the configuration says
 * @param declaredShare its share of the writes, below 0.2
 * @param practiced the party that writes
 * @param practicedShare its share, 0.8 or more
 * @param writes calls of all that write
 */
public record OwnerMismatch(
    int table,
    int declared,
    double declaredShare,
    int practiced,
    double practicedShare,
    double writes) {}
