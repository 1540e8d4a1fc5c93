package dev.watershed.benchmarks.fleet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.inference.TouchInference;
import dev.watershed.benchmarks.fleet.problem.LabelledQuery;
import dev.watershed.benchmarks.fleet.problem.PlantedCase;
import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.SchemaObject;
import dev.watershed.benchmarks.fleet.schema.SchemaPlan;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import dev.watershed.benchmarks.fleet.service.Step;
import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.workload.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the fleet that no statement names, and what is inferred of them. */
class InferredTablesTest {

  private static final Pattern TABLE = Pattern.compile("\\b[a-z_]+\\.[a-z0-9_]+\\b");
  private static final Pattern TRIGGER =
      Pattern.compile("AFTER (INSERT|UPDATE) ON ([a-z_.]+)", Pattern.DOTALL);

  private static FleetPlan plan;
  private static Map<String, TouchInference> servers;

  /** A statement and the schema of whoever sends it. */
  private record Sent(SqlTemplate template, String schema) {}

  @BeforeAll
  static void make() {
    plan = FleetPlan.of(1, Moves.NONE);
    servers = new HashMap<>();
    for (String server : plan.catalog().servers()) {
      servers.put(server, new TouchInference(catalog(server)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trigger-member-audits   | trigger member.tr_members_audit after update on member.members",
        "trigger-booking-audits  | trigger booking.tr_bookings_audit after update on"
            + " booking.bookings",
        "cascade-booking-answers | cascade booking.booking_answers.fk_booking_answers_booking on"
            + " delete of booking.bookings",
        "routine-tables          | procedure payment.close_payout",
      })
  void everyPlantedCaseIsInferredFromItsStatement(String id, String chain) {
    PlantedCase planted =
        plan.cases().all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    List<InferredTouch> touches = new ArrayList<>();
    for (LabelledQuery labelled : plan.cases().facts().queries(planted)) {
      for (SqlTemplate template : labelled.query().templates()) {
        touches.addAll(infer(new Sent(template, labelled.service().schema())).touches());
      }
    }
    for (TableName table : planted.tables()) {
      assertThat(touches)
          .filteredOn(InferredTouch::written)
          .filteredOn(touch -> touch.table().equals(table.toString()))
          .extracting(InferredTouch::chainText)
          .as("%s", table)
          .containsOnly(chain);
    }
  }

  @Test
  void tablesWithoutStatementsAreDeadButForTheInferredOnes() {
    Set<String> withoutStatements =
        plan.catalog().tables().stream()
            .map(Table::name)
            .filter(plan.cases().facts()::untouched)
            .map(TableName::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> inferred = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (Sent sent : all()) {
      Inference inference = infer(sent);
      inference.touches().forEach(touch -> inferred.add(touch.table()));
      unknown.addAll(inference.unknown());
    }
    assertThat(unknown).isEmpty();
    assertThat(inferred).isEqualTo(slowly());

    Set<String> alive = new TreeSet<>(withoutStatements);
    alive.retainAll(inferred);
    assertThat(alive).containsAll(tables(ProblemKind.TRIGGER_ONLY_TABLE));
    assertThat(alive).containsAll(tables(ProblemKind.CASCADE_ONLY_TABLE));
    Set<String> dead = new TreeSet<>(withoutStatements);
    dead.removeAll(inferred);
    assertThat(dead).containsAll(tables(ProblemKind.DEAD_TABLE));
    assertThat(dead.size()).isEqualTo(withoutStatements.size() - alive.size());
  }

  /** The planned tables of a kind, without its traps. */
  private static Set<String> tables(ProblemKind kind) {
    return plan.cases().all().stream()
        .filter(planted -> planted.kind() == kind && !planted.trap())
        .flatMap(planted -> planted.tables().stream())
        .map(TableName::toString)
        .collect(Collectors.toSet());
  }

  /** The same by patterns over the texts: every name in the fleet's objects has its schema. */
  private static Set<String> slowly() {
    Set<String> touched = new TreeSet<>();
    for (Sent sent : all()) {
      Set<String> own = new TreeSet<>();
      String sql = sent.template().sql();
      for (SchemaObject object : plan.catalog().objects()) {
        boolean runs =
            switch (object.type()) {
              case TRIGGER -> fires(sent, object);
              case VIEW ->
                  names(sent, object.name(), "FROM ") || names(sent, object.name(), "JOIN ");
              case PROCEDURE -> names(sent, object.name(), "CALL ");
              case FUNCTION -> names(sent, object.name(), "");
            };
        if (runs) {
          own.addAll(tablesIn(object.sql()));
        }
      }
      for (Table child : plan.catalog().tables()) {
        child.foreignKeys().stream()
            .filter(key -> key.cascade() && names(sent, key.parent(), "DELETE FROM "))
            .forEach(key -> own.add(child.name().toString()));
      }
      own.removeIf(table -> mentions(sql, sent.schema(), TableName.parse(table)));
      touched.addAll(own);
    }
    return touched;
  }

  private static boolean fires(Sent sent, SchemaObject trigger) {
    Matcher head = TRIGGER.matcher(trigger.sql());
    assertThat(head.find()).as(trigger.sql()).isTrue();
    TableName table = TableName.parse(head.group(2));
    return head.group(1).equals("INSERT")
        ? names(sent, table, "INSERT INTO ") || names(sent, table, "REPLACE INTO ")
        : names(sent, table, "UPDATE ")
            || (names(sent, table, "INSERT INTO ")
                && sent.template().sql().contains("ON DUPLICATE KEY UPDATE"));
  }

  private static boolean names(Sent sent, TableName name, String before) {
    String own =
        sent.schema().equals(name.schema()) ? "(" + name.schema() + "\\.)?" : name.schema() + "\\.";
    return Pattern.compile("\\b" + before + own + name.table() + "\\b")
        .matcher(sent.template().sql())
        .find();
  }

  private static boolean mentions(String sql, String schema, TableName table) {
    return names(new Sent(SqlTemplate.of(sql.replace("?", "0"), List.of()), schema), table, "");
  }

  private static Set<String> tablesIn(String sql) {
    Set<String> tables = new TreeSet<>();
    Matcher names = TABLE.matcher(sql.substring(Math.max(0, sql.indexOf("FOR EACH ROW"))));
    while (names.find()) {
      if (plan.catalog().find(TableName.parse(names.group())).isPresent()) {
        tables.add(names.group());
      }
    }
    return tables;
  }

  private static Inference infer(Sent sent) {
    return servers
        .get(plan.catalog().server(sent.schema()))
        .ofStatement(
            LexicalPass.actions(sent.template().fingerprint().text()), Optional.of(sent.schema()));
  }

  private static List<Sent> all() {
    List<Sent> all = new ArrayList<>();
    for (Service service : plan.services().all()) {
      for (Action action : service.actions()) {
        for (Step.Query query : action.queries().toList()) {
          String schema = query.via().map(plan.services()::service).orElse(service).schema();
          query.templates().forEach(template -> all.add(new Sent(template, schema)));
        }
      }
    }
    return all;
  }

  /** The catalog of a server, by the statements that make it. */
  private static Catalog catalog(String server) {
    FleetCatalog fleet = plan.catalog();
    StringBuilder script = new StringBuilder();
    for (SchemaPlan schema : fleet.schemas()) {
      if (schema.server().equals(server)) {
        script.append("CREATE DATABASE ").append(schema.name()).append(";\n");
      }
    }
    fleet.tables().stream()
        .filter(table -> fleet.server(table.name().schema()).equals(server))
        .forEach(table -> script.append(table.ddl()).append(";\n"));
    script.append("DELIMITER ;;\n");
    fleet.objects().stream()
        .filter(object -> fleet.server(object.name().schema()).equals(server))
        .forEach(object -> script.append(object.sql()).append("\n;;\n"));
    script.append("DELIMITER ;\n-- Dump completed\n");
    Catalog catalog =
        CatalogBuilder.build(
            DefinitionReader.read(script.toString(), SqlMode.standard(), LiteralPolicy.REDACT),
            server,
            Instant.EPOCH);
    assertThat(catalog.gaps()).isEmpty();
    return catalog;
  }
}
