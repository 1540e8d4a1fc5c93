package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseMatrixTest {

  private static final List<String> SERVICES = List.of("a", "b", "c");

  /** Cells against a map that is filled touch by touch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void cellsAreTheSumsOfTouches(int seed) {
    Random random = new Random(seed);
    CouplingFixture fixture = new CouplingFixture();
    SERVICES.forEach(name -> fixture.service(name, List.of(), List.of()));
    fixture.tables("s.t0", "s.t1", "s.t2", "s.t3");
    for (int i = 0; i < 30; i++) {
      String one = "s.t" + random.nextInt(4);
      String other = "s.t" + random.nextInt(4);
      String sql =
          switch (random.nextInt(3)) {
            case 0 -> "SELECT x.a FROM " + one + " x JOIN " + other + " y ON x.p = y.id";
            case 1 -> "INSERT INTO " + one + " SELECT * FROM " + other;
            default -> "DELETE FROM " + one + " WHERE a = 1";
          };
      fixture.run(SERVICES.get(random.nextInt(3)), 1 + random.nextInt(9), sql);
    }
    CouplingInput input = fixture.server("db").build();
    UseMatrix matrix = UseMatrix.of(input);
    assertThat(cells(input, matrix)).isEqualTo(slowly(input));
  }

  private static TreeMap<String, List<Double>> cells(CouplingInput input, UseMatrix matrix) {
    TreeMap<String, List<Double>> cells = new TreeMap<>();
    for (int table = 0; table < input.tables().size(); table++) {
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        cells.put(
            table + " " + matrix.party(cell),
            List.of(
                matrix.reads(cell),
                matrix.writes(cell),
                (double) (matrix.entryEnd(cell) - matrix.entryStart(cell)),
                matrix.timeMicros(cell),
                matrix.rowsExamined(cell),
                proved(input, matrix, table, cell)));
      }
    }
    return cells;
  }

  /** The calls of a cell by its entries, each of its own party and table. */
  private static double proved(CouplingInput input, UseMatrix matrix, int table, int cell) {
    double calls = 0;
    for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
      assertThat(input.touches().party(matrix.touch(entry))).isEqualTo(matrix.party(cell));
      assertThat(input.uses().table(matrix.use(entry))).isEqualTo(table);
      calls += input.touches().calls(matrix.touch(entry));
    }
    return calls;
  }

  private static TreeMap<String, List<Double>> slowly(CouplingInput input) {
    TreeMap<String, double[]> sums = new TreeMap<>();
    for (int row = 0; row < input.touches().size(); row++) {
      int statement = input.touches().statement(row);
      for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
        double[] sum =
            sums.computeIfAbsent(
                input.uses().table(use) + " " + input.touches().party(row), key -> new double[6]);
        sum[0] += input.uses().reads(use) ? input.touches().calls(row) : 0;
        sum[1] += input.uses().writes(use) ? input.touches().calls(row) : 0;
        sum[2]++;
        sum[3] += input.touches().timeMicros(row);
        sum[4] += input.touches().rowsExamined(row);
        sum[5] += input.touches().calls(row);
      }
    }
    TreeMap<String, List<Double>> cells = new TreeMap<>();
    sums.forEach(
        (key, sum) -> {
          List<Double> figures = new ArrayList<>();
          for (double figure : sum) {
            figures.add(figure);
          }
          cells.put(key, figures);
        });
    return cells;
  }
}
