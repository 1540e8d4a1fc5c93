package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServiceShare;
import dev.watershed.analyzer.coupling.input.InputQuality.TransactionQuality;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the columns of what each server showed. */
public final class CouplingInputs {

  private final List<CoupledData> data;
  private final ServiceMapping mapping;
  private final PartyLevel level;

  private CouplingInputs(List<CoupledData> data, ServiceMapping mapping, PartyLevel level) {
    this.data = data;
    this.mapping = mapping;
    this.level = level;
  }

  /**
   * The columns. The same input gives the same columns on every machine.
   *
   * @param data each name once
   * @param level how finely parties are told apart
   */
  public static CouplingInput of(List<CoupledData> data, ServiceMapping mapping, PartyLevel level) {
    List<CoupledData> ordered =
        data.stream().sorted(Comparator.comparing(CoupledData::name)).toList();
    if (ordered.stream().map(CoupledData::name).distinct().count() != ordered.size()) {
      throw new IllegalArgumentException("two sets of data have the same name");
    }
    return new CouplingInputs(ordered, mapping, level).build();
  }

  private CouplingInput build() {
    StatementIndex index = StatementIndex.of(data);
    Parties parties = parties();
    CoupledTables tables = tables(index);
    TouchSums sums = new TouchSums();
    CallSites.Builder sites = new CallSites.Builder();
    TransactionRows transactions = new TransactionRows(index);
    UnclaimedAccounts accounts = new UnclaimedAccounts();
    List<String> silent = new ArrayList<>();
    for (CoupledData each : data) {
      boolean told = false;
      for (CoupledServer server : each.servers()) {
        int[] statements = index.ofRows(each.name(), server.workload());
        int[] owners = partyOfOrigin(server, parties);
        TouchRows rows = new TouchRows(parties, sums, sites);
        if (server.estimate().isPresent()) {
          rows.shared(server, server.estimate().get(), statements);
        } else {
          rows.exact(server, statements, owners);
          accounts.add(server, each.name(), statements, owners, parties.unattributed());
        }
        transactions.add(server, each.name(), statements, owners);
        told |= server.workload().transactions().size() > 0;
      }
      if (!told) {
        silent.add(each.name());
      }
    }
    Touches touches = sums.build();
    TransactionClasses classes = transactions.build(tables);
    TransactionQuality told =
        new TransactionQuality(
            silent.size() < data.size(), silent, transactions.partial(), transactions.lumped());
    return new CouplingInput(
        parties,
        tables,
        index.all().stream().map(ResolvedStatement::statement).toList(),
        UseRows.of(index.all(), tables),
        SetColumns.of(index.all(), tables),
        touches,
        sites.build(),
        classes,
        new LockConflicts(mapping, level, parties, tables).of(data),
        seconds(),
        new QualityCounts(index, touches).of(data, told, accounts));
  }

  private Parties parties() {
    Set<Attribution> found = new HashSet<>();
    for (Service service : mapping.services()) {
      found.add(Attribution.of(service.name()));
      service
          .modules()
          .forEach(module -> found.add(level.of(Attribution.of(service.name(), module.name()))));
    }
    for (CoupledData each : data) {
      for (CoupledServer server : each.servers()) {
        if (server.estimate().isPresent()) {
          services(server.estimate().get(), found);
        } else {
          server.workload().origins().forEach(origin -> found.add(whose(origin)));
        }
      }
    }
    return new Parties(found);
  }

  private static void services(ServerEstimate estimate, Set<Attribution> found) {
    estimate
        .digests()
        .forEach(
            digest -> digest.services().stream().map(ServiceShare::service).forEach(found::add));
  }

  private Attribution whose(Origin origin) {
    return level.of(mapping.attribute(origin));
  }

  private int[] partyOfOrigin(CoupledServer server, Parties parties) {
    return server.workload().origins().stream()
        .mapToInt(origin -> parties.find(whose(origin)).orElse(parties.unattributed()))
        .toArray();
  }

  private CoupledTables tables(StatementIndex index) {
    Set<CoupledTable> all = new LinkedHashSet<>();
    data.forEach(each -> all.addAll(StatementResolution.tables(each)));
    index.all().forEach(each -> each.uses().forEach(use -> all.add(use.table())));
    return new CoupledTables(all);
  }

  private SortedMap<String, Double> seconds() {
    SortedMap<String, Double> seconds = new TreeMap<>();
    data.forEach(each -> seconds.put(each.name(), each.observedSeconds()));
    return seconds;
  }
}
