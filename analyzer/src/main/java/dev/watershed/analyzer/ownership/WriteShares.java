package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who writes a table. Statements count that name it; only where none does, those count that name a
 * routine or view that may write it. What triggers and cascades write is a consequence of writes
 * elsewhere, and makes nobody an owner.
 *
 * @param writers the largest share first
 * @param writes calls of all of them
 * @param inferred whether no statement that writes names the table
 * @param entropy see {@link #entropy(double[], int)}; what no service claims is one of the writers
 */
public record WriteShares(List<Writer> writers, double writes, boolean inferred, double entropy) {

  /**
   * A party that writes.
   *
   * @param writes calls
   * @param share of the writes of all, 0 to 1
   * @param estimated whether samples say whose they are
   */
  public record Writer(int party, double writes, double share, boolean estimated) {}

  public WriteShares {
    writers = List.copyOf(writers);
  }

  /** Who writes a table. */
  public static WriteShares of(UseMatrix matrix, Parties parties, int table) {
    double named = 0;
    double inferred = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      named += matrix.writes(cell);
      inferred += matrix.calledWrites(cell);
    }
    boolean onlyInferred = named == 0 && inferred > 0;
    double all = onlyInferred ? inferred : named;
    List<Writer> writers = new ArrayList<>();
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      double own = onlyInferred ? matrix.calledWrites(cell) : matrix.writes(cell);
      if (own > 0) {
        writers.add(new Writer(matrix.party(cell), own, own / all, matrix.estimated(cell)));
      }
    }
    writers.sort(
        Comparator.comparingDouble(Writer::writes).reversed().thenComparing(Writer::party));
    double[] shares = writers.stream().mapToDouble(Writer::share).toArray();
    return new WriteShares(writers, all, onlyInferred, entropy(shares, parties.services()));
  }

  /**
   * How evenly writes are spread over services: Hw = −Σ p ln p / ln |S|, 0 where one writes, 1
   * where all write alike. With one service, 0.
   *
   * @param shares p, which add up to 1
   * @param services |S|, all services that there are
   */
  public static double entropy(double[] shares, int services) {
    int most = Math.max(services, shares.length);
    if (most < 2) {
      return 0;
    }
    double sum = 0;
    for (double share : shares) {
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.max(0, sum / Math.log(most));
  }

  /** The services or modules among the writers. */
  public List<Writer> services(Parties parties) {
    return writers.stream().filter(writer -> parties.isService(writer.party())).toList();
  }

  /** The service with the largest share. */
  public Optional<Writer> first(Parties parties) {
    return services(parties).stream().findFirst();
  }

  /** The share of a party, 0 to 1. */
  public double share(int party) {
    return writers.stream()
        .filter(writer -> writer.party() == party)
        .mapToDouble(Writer::share)
        .sum();
  }
}
