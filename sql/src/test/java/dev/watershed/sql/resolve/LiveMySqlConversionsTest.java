package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which side of a comparison is converted, against the plans of a server. */
@Live(Product.MYSQL)
class LiveMySqlConversionsTest {

  @Test
  void anIndexServesWhereNothingIsConverted(LiveServer server) throws SQLException {
    assertThat(ConversionServerCases.differences(server)).isEmpty();
  }
}
