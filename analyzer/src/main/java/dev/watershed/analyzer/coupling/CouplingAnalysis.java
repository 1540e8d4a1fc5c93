package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.ownership.OwnerFinder;
import dev.watershed.analyzer.ownership.Ownership;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what couples services. */
public final class CouplingAnalysis {

  /** The kinds of findings, each by one class. */
  private static final List<Function<CouplingView, List<Finding>>> DETECTORS =
      List.of(
          ContestedTables::findings,
          OwnerMismatches::findings,
          ForeignReads::findings,
          WriteWriteConflicts::findings,
          LockWaitConflicts::findings,
          CrossOwnerTransactions::findings,
          CrossingStatements::findings,
          ServiceCycles::findings,
          UnownedTables::findings,
          UnclaimedLoad::findings,
          HubTables::findings,
          InferredTables::findings);

  private CouplingAnalysis() {}

  /**
   * Finds it. The same input gives the same facts.
   *
   * @param mapping that of the input
   * @param level that of the input
   */
  public static CouplingFacts of(CouplingInput input, ServiceMapping mapping, PartyLevel level) {
    return of(input, mapping, Claims.of(mapping.services()), level);
  }

  /** The same with claims that are not of the mapping alone. */
  public static CouplingFacts of(
      CouplingInput input, ServiceMapping mapping, Claims claims, PartyLevel level) {
    CouplingView view = view(input, claims, level);
    Stream<Finding> findings =
        DETECTORS.parallelStream().flatMap(each -> each.apply(view).stream());
    return new CouplingFacts(
        input,
        view.matrix(),
        view.ownership(),
        findings
            .sorted(
                Comparator.comparing(Finding::kind)
                    .thenComparing(Finding::occasional)
                    .thenComparing(Comparator.comparingDouble(Finding::weight).reversed())
                    .thenComparing(Finding::id))
            .toList(),
        Measures.services(view),
        Measures.pairs(view),
        Measures.cut(view),
        view.hubs(),
        CouplingNotes.of(input, view.ownership(), claims, mapping.configured()));
  }

  /**
   * Who uses and who owns what, for judging moves, which asks for nothing else: findings, measures
   * of services and pairs and notes are empty, whatever there would be.
   */
  public static CouplingFacts withoutFindings(
      CouplingInput input, Claims claims, PartyLevel level) {
    CouplingView view = view(input, claims, level);
    return new CouplingFacts(
        input,
        view.matrix(),
        view.ownership(),
        List.of(),
        List.of(),
        List.of(),
        Measures.cut(view),
        view.hubs(),
        List.of());
  }

  private static CouplingView view(CouplingInput input, Claims claims, PartyLevel level) {
    UseMatrix matrix = UseMatrix.of(input);
    Ownership ownership = OwnerFinder.find(input, matrix, claims, level);
    return CouplingView.of(input, matrix, ownership);
  }
}
