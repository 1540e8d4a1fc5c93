package dev.watershed.cli.config;

import java.util.regex.Pattern;

/**
 * What a server costs.
 *
 * @param currency three capital letters (ISO 4217)
 * @param perMonth in whole units of the currency, or parts of them
 */
public record ServerCost(String currency, double perMonth) {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public ServerCost {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "'" + currency + "' is no currency; expected three capital letters, such as JPY");
    }
    if (!(perMonth >= 0)) {
      throw new IllegalArgumentException("a cost of " + perMonth + "; expected 0 or more");
    }
  }
}
