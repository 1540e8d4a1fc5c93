package dev.watershed.analyzer.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.collections.impl.map.mutable.primitive.IntLongHashMap;

/** The time that each shown group spent with each service and schema, while it is summed. */
final class CompanionTimes {

  private static final int NOT_SHOWN = -1;

  private final int[] position;
  private final List<IntLongHashMap> serviceMicros = new ArrayList<>();
  private final List<IntLongHashMap> schemaMicros = new ArrayList<>();

  CompanionTimes(int groupCount, int[] shown) {
    position = new int[groupCount];
    Arrays.fill(position, NOT_SHOWN);
    for (int at = 0; at < shown.length; at++) {
      position[shown[at]] = at;
      serviceMicros.add(new IntLongHashMap());
      schemaMicros.add(new IntLongHashMap());
    }
  }

  void addService(int group, int service, long micros) {
    if (position[group] != NOT_SHOWN) {
      serviceMicros.get(position[group]).addToValue(service, micros);
    }
  }

  void addSchema(int group, int schema, long micros) {
    if (position[group] != NOT_SHOWN) {
      schemaMicros.get(position[group]).addToValue(schema, micros);
    }
  }

  List<Companions> companions(
      IntFunction<GroupKey.Named> serviceOf, IntFunction<GroupKey.Named> schemaOf) {
    List<Companions> companions = new ArrayList<>(serviceMicros.size());
    for (int at = 0; at < serviceMicros.size(); at++) {
      companions.add(
          new Companions(
              byTime(serviceMicros.get(at), serviceOf), byTime(schemaMicros.get(at), schemaOf)));
    }
    return companions;
  }

  private static List<String> byTime(IntLongHashMap micros, IntFunction<GroupKey.Named> keyOf) {
    record Spent(GroupKey.Named key, long micros) {}
    return micros
        .keyValuesView()
        .collect(pair -> new Spent(keyOf.apply(pair.getOne()), pair.getTwo()))
        .select(spent -> spent.key().known())
        .toSortedList(
            Comparator.comparingLong(Spent::micros)
                .reversed()
                .thenComparing(spent -> spent.key().name()))
        .collect(spent -> spent.key().name());
  }
}
