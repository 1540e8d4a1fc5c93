package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.TruncatedJoin.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TruncatedJoinTest {
  private static final List<Fingerprint> KNOWN =
      Stream.of(
              "select a, b from t where c in (1, 2) and d = 5",
              "select a, bc from t",
              "insert into t values (1, 2), (3, 4) on duplicate key update a = 1",
              "select x from u",
              "select x from u where y = 1")
          .map(statement -> Fingerprints.of(statement, SqlMode.standard()))
          .toList();

  private final TruncatedJoin join = new TruncatedJoin(KNOWN);

  @Test
  void joinsWhereOnlyOneStatementBeginsSo() {
    assertJoins("SELECT `a` , `b` FROM `t` WHERE `c`", 0);
    assertJoins("SELECT `a` , `b`", 0);
    assertJoins("SELECT `a` , `bc`", 1);
  }

  @Test
  void aListMayBreakOffAnywhere() {
    assertJoins("SELECT `a` , `b` FROM `t` WHERE `c` IN ( ?, ...", 0);
    assertJoins("SELECT `a` , `b` FROM `t` WHERE `c` IN (", 0);
    assertJoins("INSERT INTO `t` VALUES (...) /* , ... */ , ( ?, ... ,", 2);
  }

  @Test
  void staysApartWhereSeveralBeginSo() {
    assertThat(find("SELECT `a` ,").outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(find("SELECT").outcome()).isEqualTo(Outcome.AMBIGUOUS);
  }

  @Test
  void staysApartWhereNoneBeginsSo() {
    assertThat(find("SELECT `a` , `c`").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(new TruncatedJoin(List.of()).find(KNOWN.get(0)).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void knowsWhatIsWhole() {
    assertThat(find("SELECT `x` FROM `u`").outcome()).isEqualTo(Outcome.WHOLE);
    assertThat(find("SELECT `x` FROM `u`").fingerprint()).contains(KNOWN.get(3));
  }

  private void assertJoins(String digestText, int known) {
    assertThat(find(digestText).outcome()).isEqualTo(Outcome.JOINED);
    assertThat(find(digestText).fingerprint()).contains(KNOWN.get(known));
  }

  private TruncatedJoin.Result find(String digestText) {
    return join.find(Fingerprints.ofDigestText(digestText, 16));
  }
}
