package dev.watershed.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: the main classes of every module, tests aside. */
final class House {
  static final String ROOT = "dev.watershed";

  /** In the order in which data flows; {@code benchmarks} stands outside. */
  static final List<String> MODULES =
      List.of("sql", "workload", "collector", "analyzer", "rules", "reports", "cli");

  private House() {}

  /** Every main class. */
  static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(House::isNoTestJar)
        .importPackages(ROOT);
  }

  /** The package of a module and all below it, as a pattern. */
  static String in(String module) {
    return ROOT + "." + module + "..";
  }

  /** The same for several modules. */
  static String[] in(List<String> modules) {
    return modules.stream().map(House::in).toArray(String[]::new);
  }

  /** Whether a module's sources hold more than a description of the package. */
  static boolean hasSources(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.endsWith(".java") && !name.equals("package-info.java"));
    }
  }

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
