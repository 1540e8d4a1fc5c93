package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.ownership.TableOwner.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the owner of each table: the declared one; else the service with a share of 0.8 or more of
 * the writes; else, where nobody writes, the one that owns all tables whose names begin alike.
 */
public final class OwnerFinder {

  /** The share of the writes that makes an owner. */
  public static final double OWNER_SHARE = 0.8;

  /** Below this share, a declared owner hardly writes. */
  public static final double HARDLY = 0.2;

  /** Fewer writes do not disagree with a declaration. */
  private static final double LEAST_WRITES = 10;

  private final CouplingInput input;
  private final UseMatrix matrix;
  private final DeclaredOwners declared;
  private final NameStems stems = new NameStems();
  private final List<WriteShares> writes = new ArrayList<>();

  private OwnerFinder(CouplingInput input, UseMatrix matrix, DeclaredOwners declared) {
    this.input = input;
    this.matrix = matrix;
    this.declared = declared;
  }

  /**
   * Finds them.
   *
   * @param matrix of the input
   * @param claims of the configuration
   * @param level that of the input
   */
  public static Ownership find(
      CouplingInput input, UseMatrix matrix, Claims claims, PartyLevel level) {
    DeclaredOwners declared = DeclaredOwners.of(claims, input.tables(), input.parties(), level);
    OwnerFinder finder = new OwnerFinder(input, matrix, declared);
    return new Ownership(
        finder.owners(),
        declared,
        Contracts.of(claims, input.tables(), input.parties(), level),
        finder.mismatches(),
        !claims.owns().isEmpty());
  }

  private List<TableOwner> owners() {
    int tables = input.tables().size();
    List<OptionalInt> known = new ArrayList<>();
    for (int table = 0; table < tables; table++) {
      writes.add(WriteShares.of(matrix, input.parties(), table));
      OptionalInt owner = declared.owner(table);
      OptionalInt writer = owner.isPresent() ? owner : writer(table);
      known.add(writer);
      if (writer.isPresent()) {
        stems.add(input.tables().get(table), writer.getAsInt());
      }
    }
    List<TableOwner> owners = new ArrayList<>();
    for (int table = 0; table < tables; table++) {
      owners.add(owner(table, known.get(table)));
    }
    return owners;
  }

  /** The service that writes nearly all. */
  private OptionalInt writer(int table) {
    Optional<WriteShares.Writer> first = writes.get(table).first(input.parties());
    return first.filter(writer -> writer.share() >= OWNER_SHARE).isPresent()
        ? OptionalInt.of(first.get().party())
        : OptionalInt.empty();
  }

  private TableOwner owner(int table, OptionalInt known) {
    WriteShares shares = writes.get(table);
    if (declared.owner(table).isPresent()) {
      List<String> claims = declared.claims(table).stream().map(Claim::words).toList();
      return new TableOwner(table, Status.DECLARED, known, Confidence.HIGH, shares, claims);
    }
    Optional<NameStems.Opinion> name = stems.of(input.tables().get(table), known);
    if (known.isPresent()) {
      return byWrites(table, known.getAsInt(), name);
    }
    if (shares.services(input.parties()).size() > 1) {
      return new TableOwner(
          table, Status.CONTESTED, OptionalInt.empty(), Confidence.LOW, shares, List.of());
    }
    if (shares.writers().isEmpty() && name.isPresent()) {
      return new TableOwner(
          table,
          Status.PROPOSED_BY_NAME,
          OptionalInt.of(name.get().owner()),
          Confidence.LOW,
          shares,
          List.of(unwritten(table), clause(name.get(), name.get().owner())));
    }
    return new TableOwner(
        table,
        Status.UNKNOWN,
        OptionalInt.empty(),
        Confidence.LOW,
        shares,
        List.of(unknown(table)));
  }

  private String unknown(int table) {
    return writes.get(table).writers().isEmpty()
        ? unwritten(table)
        : "no service has 80% of its writes; the rest is of what no service claims";
  }

  private String unwritten(int table) {
    boolean consequence = false;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      consequence |= matrix.inferredWrites(cell) > 0;
    }
    return consequence ? "only triggers or cascades write it" : "nobody was seen to write it";
  }

  private TableOwner byWrites(int table, int owner, Optional<NameStems.Opinion> name) {
    WriteShares shares = writes.get(table);
    List<String> grounds = new ArrayList<>();
    CoupledTable named = input.tables().get(table);
    boolean estimated = shares.writers().stream().anyMatch(WriteShares.Writer::estimated);
    ProposalScore score =
        new ProposalScore(
            shares.writes(),
            shares.share(owner),
            input.secondsOf(named.dataSet()),
            reads(table, owner),
            name.map(opinion -> opinion.owner() == owner),
            shares.inferred() || estimated);
    grounds.add(score.words());
    if (shares.inferred()) {
      grounds.add("no statement names it: routines or views write it");
    }
    if (estimated) {
      grounds.add("whose writes they are is estimated by samples");
    }
    name.map(opinion -> clause(opinion, owner)).ifPresent(grounds::add);
    return new TableOwner(
        table, Status.PROPOSED, OptionalInt.of(owner), score.confidence(), shares, grounds);
  }

  private String clause(NameStems.Opinion name, int owner) {
    return "all "
        + name.tables()
        + " other tables with an owner that begin with "
        + name.stem()
        + " are of "
        + (name.owner() == owner ? "one" : input.parties().name(name.owner()));
  }

  private boolean reads(int table, int party) {
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      if (matrix.party(cell) == party && matrix.reads(cell) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<OwnerMismatch> mismatches() {
    List<OwnerMismatch> mismatches = new ArrayList<>();
    for (int table = 0; table < input.tables().size(); table++) {
      WriteShares shares = writes.get(table);
      OptionalInt owner = declared.owner(table);
      OptionalInt writer = writer(table);
      if (owner.isPresent()
          && writer.isPresent()
          && input.parties().foreign(writer.getAsInt(), owner.getAsInt())
          && !shares.inferred()
          && shares.writes() >= LEAST_WRITES
          && shares.share(owner.getAsInt()) < HARDLY) {
        mismatches.add(
            new OwnerMismatch(
                table,
                owner.getAsInt(),
                shares.share(owner.getAsInt()),
                writer.getAsInt(),
                shares.share(writer.getAsInt()),
                shares.writes()));
      }
    }
    mismatches.sort(
        Comparator.comparingDouble(OwnerMismatch::writes)
            .reversed()
            .thenComparing(OwnerMismatch::table));
    return mismatches;
  }
}
