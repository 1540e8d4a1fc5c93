package dev.watershed.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the house allows in this module; the other modules have no library of a cluster at all. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.watershed");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "org.apache.spark..,  'the stages do not know who runs them'",
    "org.apache.hadoop.., 'the stages do not know where files lie'",
    "scala..,             'Spark is spoken to through its interface for Java'",
  })
  void clustersAreKnownHereOnly(String library, String reason) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.watershed.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(reason));
  }

  @Test
  void nobodyDependsOnTheCluster() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.watershed.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.watershed.spark..")
            .because("data flows one way"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "org.apache.arrow..,          'the columns are the store'",
    "net.sf.jsqlparser..,         'what a text means is answered by one module'",
    "dev.watershed.analyzer..,    'nothing here decides a number'",
    "dev.watershed.rules..,       'nothing here decides a number'",
  })
  void nothingIsDecidedHere(String library, String reason) {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.watershed.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(reason));
  }

  @Test
  void theStoreNeedsNoSpark() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.watershed.spark.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "dev.watershed.spark.collect..")
            .because("files lie there whoever reads them"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(
        slices()
            .matching("dev.watershed.spark.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs its user cannot be read, tested or moved alone"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
