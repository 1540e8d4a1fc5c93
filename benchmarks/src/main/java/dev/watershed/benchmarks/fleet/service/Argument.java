package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.data.Values;
import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client puts in place of a question mark. */
public sealed interface Argument {

  /** The value for one execution. */
  Object draw(Draw draw);

  /** {@code {schema.table}}: the id of a row, popular ones more often. */
  record Id(TableName table) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.values().popular(draw.rows().of(table));
    }
  }

  /** {@code {text schema.table}}: the id as a text, which is the wrong type for it. */
  record IdAsText(TableName table) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return Long.toString(draw.values().popular(draw.rows().of(table)));
    }
  }

  /** {@code {code PREFIX schema.table}}: the code of a row. */
  record Code(String prefix, TableName table) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return Values.code(prefix, draw.values().popular(draw.rows().of(table)));
    }
  }

  /** {@code {email schema.table}}: the address in a row. */
  record Email(TableName table) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return Values.email(draw.values().popular(draw.rows().of(table)));
    }
  }

  /** {@code {uuid schema.table}}: the identifier of a row. */
  record Uuid(TableName table) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return Values.uuid(table, draw.values().popular(draw.rows().of(table)));
    }
  }

  /** {@code {int 1..9}}. */
  record Int(String range) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.values().between(range);
    }
  }

  /** {@code {pick a,b,c}}: each as likely; {@code %} stays a wildcard of LIKE. */
  record Pick(List<String> words) implements Argument {
    public Pick {
      words = List.copyOf(words);
    }

    @Override
    public Object draw(Draw draw) {
      return words.get(draw.random().nextInt(words.size()));
    }
  }

  /** {@code {words 3}}. */
  record Words(int count) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.words(count);
    }
  }

  /** {@code {step 7 400}}: another value after the deployment than before. */
  record Step(int before, int after) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.deployed() ? after : before;
    }
  }

  /** {@code {row}}: the first column of the current row of the last SELECT. */
  record Row() implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.row();
    }
  }

  /** {@code {last}}: the number that the server gave to the last inserted row. */
  record Last() implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.lastId();
    }
  }

  /** {@code {=name}}: what {@code let name} drew in this action. */
  record Variable(String name) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.variable(name);
    }
  }

  /** A value for a column of a new row. */
  record OfColumn(Column column) implements Argument {
    @Override
    public Object draw(Draw draw) {
      return draw.values().ofNewRow(column);
    }
  }

  /** {@code {new schema.table.column}}: a value for a column of a new row, by the column's kind. */
  static Argument ofNew(Column column) {
    return new OfColumn(column);
  }

  /** Reads what stands between braces; empty if the first word is none of the words above. */
  static Optional<Argument> parse(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    String rest = words.size() > 1 ? words.get(1) : "";
    return Optional.ofNullable(
        switch (words.get(0)) {
          case "text" -> new IdAsText(TableName.parse(rest));
          case "code" -> new Code(rest, TableName.parse(words.get(2)));
          case "email" -> new Email(TableName.parse(rest));
          case "uuid" -> new Uuid(TableName.parse(rest));
          case "int" -> new Int(rest);
          case "pick" -> new Pick(Arrays.asList(text.substring(5).split(",", -1)));
          case "words" -> new Words(Integer.parseInt(rest));
          case "step" -> new Step(Integer.parseInt(rest), Integer.parseInt(words.get(2)));
          case "row" -> new Row();
          case "last" -> new Last();
          default ->
              text.startsWith("=")
                  ? new Variable(text.substring(1))
                  : text.contains(".") && words.size() == 1 ? new Id(TableName.parse(text)) : null;
        });
  }
}
