package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.analyzer.structure.StructureMethod.Damping;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.server.MeasuredServer;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code ApplicationsMain --schemas FOLDER --seeds 5 --methods standard|all --server no|mysql}: how
 * well clusters recover the applications whose dumps of definitions are in a folder, put into one
 * schema and used by one account, over noise, beside Louvain's algorithm: on the use together
 * alone, and on all that the method reads. {@code --methods all} leaves out or changes one part of
 * the method after another. Ends with 1 where a figure asked for is missed, beside the better of
 * both.
 */
public final class ApplicationsMain {

  private static final List<Double> NOISE = List.of(0.0, 0.02, 0.05, 0.10);
  private static final double NOISY = 0.05;
  private static final double ASKED_GAIN = 0.10;
  private static final String STANDARD = "standard";

  private ApplicationsMain() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Options options =
        Options.read(
            arguments,
            "--schemas FOLDER [--seeds 5] [--methods standard|all] [--server no|mysql]",
            Set.of("--schemas"),
            Set.of("--seeds", "--methods", "--server"));
    SharedSchema schema = SharedSchema.read(Path.of(options.text("--schemas")));
    System.out.printf(
        "%d applications, %d tables, %d hubs%n",
        schema.applications().size(), schema.applicationOfTable().size(), schema.hubs().size());
    if (options.text("--server", "no").equals("mysql")) {
      load(schema);
    }
    boolean all = options.text("--methods", STANDARD).equals("all");
    int seeds = options.number("--seeds", 5);
    boolean held = true;
    for (double noise : NOISE) {
      for (int seed = 1; seed <= seeds; seed++) {
        held &= measure(schema, seed, noise, all);
      }
    }
    System.out.println(held ? "all figures hold" : "a figure is missed");
    System.exit(held ? 0 : 1);
  }

  private static boolean measure(SharedSchema schema, int seed, double noise, boolean all) {
    Catalog catalog = schema.catalog();
    Recovery recovery = Recovery.of(schema, catalog, ApplicationWorkload.of(schema, seed, noise));
    PartitionAgreement together = recovery.louvainTogether(StructureMethod.standard().seeds());
    say(noise, seed, "Louvain, use together", together, "");
    PartitionAgreement louvain = recovery.louvainAll(StructureMethod.standard());
    say(noise, seed, "Louvain, all evidence", louvain, "");
    double rival =
        Math.max(together.adjustedMutualInformation(), louvain.adjustedMutualInformation());
    double standard = 0;
    for (Map.Entry<String, StructureMethod> method : methods(all).entrySet()) {
      StructureFacts facts = recovery.structure(method.getValue());
      PartitionAgreement agreement = recovery.agreement(facts);
      List<String> hubs =
          facts.hubs().stream().map(table -> facts.input().tables().get(table).name()).toList();
      List<String> wrong = new ArrayList<>(hubs);
      wrong.removeAll(schema.hubs());
      say(
          noise,
          seed,
          method.getKey(),
          agreement,
          String.format(
              Locale.ROOT,
              "%d clusters, stability %.2f, %d of %d hubs, %d others",
              facts.clusters().size(),
              facts.clusters().stream().mapToDouble(each -> each.stability()).average().orElse(0),
              hubs.size() - wrong.size(),
              schema.hubs().size(),
              wrong.size()));
      standard =
          method.getKey().equals(STANDARD) ? agreement.adjustedMutualInformation() : standard;
    }
    return standard >= rival + (noise >= NOISY ? ASKED_GAIN : 0);
  }

  private static void say(
      double noise, int seed, String method, PartitionAgreement agreement, String more) {
    System.out.printf(
        Locale.ROOT,
        "noise %4.0f%%  seed %d  %-28s AMI %.3f  ARI %.3f  %s%n",
        noise * 100,
        seed,
        method,
        agreement.adjustedMutualInformation(),
        agreement.adjustedRand(),
        more);
  }

  private static Map<String, StructureMethod> methods(boolean all) {
    StructureMethod standard = StructureMethod.standard();
    Map<String, StructureMethod> methods = new LinkedHashMap<>();
    methods.put(STANDARD, standard);
    if (all) {
      methods.put("calls", with(standard, Damping.CALLS, true, 0.5, 1, 0.5));
      methods.put("presence", with(standard, Damping.PRESENCE, true, 0.5, 1, 0.5));
      methods.put("no overlap", with(standard, Damping.LOGARITHM, false, 0.5, 1, 0.5));
      methods.put("no names", with(standard, Damping.LOGARITHM, true, 0, 1, 0.5));
      methods.put("names 2", with(standard, Damping.LOGARITHM, true, 2, 1, 0.5));
      methods.put("no foreign keys", with(standard, Damping.LOGARITHM, true, 0.5, 0, 0.5));
      methods.put("resolution 1", with(standard, Damping.LOGARITHM, true, 0.5, 1, 1));
      methods.put("co-access alone", with(standard, Damping.CALLS, false, 0, 0, 1));
    }
    return methods;
  }

  private static StructureMethod with(
      StructureMethod standard,
      Damping damping,
      boolean overlap,
      double names,
      double keys,
      double resolution) {
    return new StructureMethod(
        damping, overlap, standard.services(), names, keys, resolution, standard.seeds());
  }

  /** Proves that the schema is one of a real server. */
  private static void load(SharedSchema schema) throws SQLException {
    try (MeasuredServer server = MeasuredServer.start("mysql", "--sql-mode=")) {
      server.execute(
          Arrays.stream(schema.script().split(";\n", -1))
              .filter(statement -> !statement.isBlank())
              .toArray(String[]::new));
      System.out.println("loaded on MySQL");
    }
  }
}
