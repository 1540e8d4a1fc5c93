package dev.watershed.analyzer.cost;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who causes the cost of a server.
 *
 * @param perMonth what it costs
 * @param parts the largest first; what no service claims is one of them. They add up to the cost
 */
public record ServerBill(String server, Money perMonth, ApportionMethod method, List<Part> parts) {

  /**
   * A part of it. Where samples tell whose the load is, it lies between {@code low} and {@code
   * high}, by intervals of 95%; else all three are the same.
   *
   * @param service empty for what no service claims
   */
  public record Part(Optional<String> service, double share, Money cost, Money low, Money high) {

    public Part {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(cost, "cost");
      Objects.requireNonNull(low, "low");
      Objects.requireNonNull(high, "high");
    }
  }

  public ServerBill {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(perMonth, "perMonth");
    Objects.requireNonNull(method, "method");
    parts = List.copyOf(parts);
  }
}
