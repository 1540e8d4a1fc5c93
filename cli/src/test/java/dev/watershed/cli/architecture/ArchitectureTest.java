package dev.watershed.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The dependencies that the house allows: between modules, packages and libraries. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = House.classes();
  private static final List<String> MODULES = House.MODULES;

  /** The modules that turn values into values: no file, no clock, no socket. */
  private static final List<String> PURE = List.of("sql", "analyzer", "rules");

  @ParameterizedTest
  @FieldSource("MODULES")
  void everyModuleIsInspected(String module) throws IOException {
    boolean inspected =
        CLASSES.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .anyMatch(type -> type.getPackageName().startsWith(House.ROOT + "." + module));

    assertThat(inspected).as("classes of %s are seen", module).isEqualTo(House.hasSources(module));
  }

  @Test
  void testClassesAreNotInspected() {
    assertThat(CLASSES.stream().filter(type -> type.getName().endsWith("Test"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} depends on {1}")
  @CsvSource({
    "sql,       ''",
    "workload,  ''",
    "collector, sql workload",
    "analyzer,  sql workload",
    "rules,     sql workload analyzer",
    "reports,   sql workload analyzer rules",
  })
  void modulesDependOnEarlierStagesOnly(String module, String allowed) {
    List<String> others =
        MODULES.stream()
            .filter(other -> !other.equals(module))
            .filter(other -> !List.of(allowed.split(" ", -1)).contains(other))
            .toList();
    check(
        noClasses()
            .that()
            .resideInAPackage(House.in(module))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(House.in(others))
            .because("data flows one way, and sql is a leaf; cli alone knows all modules")
            .allowEmptyShould(true)); // everyModuleIsInspected stands for it
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "java.sql..,              collector analyzer.query, 'servers are read in one place, with few grants'",
    "javax.sql..,             collector,         'servers are read in one place, with few grants'",
    "org.duckdb..,            analyzer.query,    'no built-in fact waits for a query engine'",
    "nl.cwts..,               analyzer.structure, 'communities are sought in one place'",
    "org.apache.arrow..,      workload analyzer, 'the columns are the store, not the interface'",
    "net.sf.jsqlparser..,     sql,               'what a text means is answered by one module'",
    "com.github.luben..,      collector workload, 'compression belongs to sources and the store'",
    "picocli..,               cli,               'every module serves without a command line'",
    "org.snakeyaml..,         cli,               'the configuration arrives as checked values'",
    "org.apache.spark..,      spark,             'the stages do not know who runs them'",
    "org.apache.hadoop..,     spark,             'the stages do not know where files lie'",
    "gg.jte..,                reports,           'facts know nothing of how they are shown'",
    "com.fasterxml.jackson.., reports,           'facts know nothing of how they are written'",
  })
  void librariesStayInTheirModules(String library, String modules, String reason) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(House.in(List.of(modules.split(" ", -1))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(reason));
  }

  @Test
  void packagesHaveNoCycles() {
    check(
        slices()
            .matching("dev.watershed.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs its user cannot be read, tested or moved alone"));
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminal() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(House.in("cli"))
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("standard output is data, and the exit code is the command's to choose");
    check(rule);
  }

  @Test
  void nobodyLogsThroughThePlatform() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("what must be said is a result, an issue or a message of the command"));
  }

  @Test
  void nobodyUsesReflection() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .because("registries are explicit lists: a reader and a compiler can follow them"));
  }

  @Test
  void stagesThatComputeTouchNothingOutside() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(House.in(PURE))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.channels..", "java.net.http..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("the same input gives the same facts on every machine at every time")
            .allowEmptyShould(true)); // everyModuleIsInspected stands for it
  }

  @Test
  void staticsHoldNoState() {
    check(
        noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("state that nobody owns couples whatever runs in one process"));
  }

  @Test
  void typesAreInitializedInOneOrder() {
    check(
        noClasses()
            .should(new SubtypeInInitializer())
            .because("two threads that begin at either end wait for each other, for ever"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
