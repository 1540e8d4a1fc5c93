package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Which side of a comparison is converted, against the plans of MariaDB, which is known to differ:
 * it looks texts up by bytes and by their binary collation, and no numbers by times.
 */
@Live(Product.MARIADB)
class LiveMariaDbConversionsTest {

  private static final Pattern BY_BYTES =
      Pattern.compile("ref though converted true: (VARBINARY|VARCHAR.*_bin).* -> .*");

  private static final Pattern NUMBER_BY_TIME =
      Pattern.compile(
          "ALL though converted false: (DATE.* -> )?(INT|BIGINT|DECIMAL|DOUBLE).*"
              + "|ref though converted true: (DECIMAL|DOUBLE).* -> DATE.*");

  @Test
  void anIndexServesWhereNothingIsConverted(LiveServer server) throws SQLException {
    assertThat(ConversionServerCases.differences(server))
        .filteredOn(difference -> !BY_BYTES.matcher(difference).matches())
        .filteredOn(difference -> !NUMBER_BY_TIME.matcher(difference).matches())
        .isEmpty();
  }
}
