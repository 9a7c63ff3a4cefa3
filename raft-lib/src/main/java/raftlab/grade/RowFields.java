package raftlab.grade;

import com.google.gson.JsonObject;
import com.google.gson.stream.MalformedJsonException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import raftlab.data.JsonFields;

/**
 * Reads the fields of a row that matter and decides which is the gold and which the response. Not
 * thread-safe: one per worker.
 */
final class RowFields {

  private static final int REMEMBERED = 1_000;

  private final GradeFields named;
  private final Map<String, Optional<FieldNames.Use>> uses = new HashMap<>();
  private final Map<Role, String> best = new EnumMap<>(Role.class);
  private final Map<Role, Integer> rank = new EnumMap<>(Role.class);

  RowFields(GradeFields named) {
    this.named = named;
  }

  /** Returns the fields of a line that may matter. */
  JsonObject read(String line) throws MalformedJsonException {
    return JsonFields.of(line, this::wanted);
  }

  private void rank(JsonObject row) {
    best.clear();
    for (String name : row.keySet()) {
      Optional<FieldNames.Use> use = use(name);
      if (use.isPresent() && !name.equals(named.gold()) && !name.equals(named.response())) {
        Role role = use.get().role();
        if (!best.containsKey(role) || use.get().rank() < rank.get(role)) {
          best.put(role, name);
          rank.put(role, use.get().rank());
        }
      }
    }
  }

  /**
   * Decides for a row; empty if it lacks a gold or a response. The names of {@link #id} and {@link
   * #options} are known afterwards.
   */
  Optional<FieldChoice> choose(JsonObject row) {
    rank(row);
    String gold = named.gold() == null ? best(Role.GOLD) : present(row, named.gold());
    String response = named.response();
    boolean bare = named.bare();
    String answer = best(Role.ANSWER);
    if (response == null) {
      response = best(Role.RESPONSE);
      if (response == null) {
        response = best(Role.BARE);
        bare = true;
      }
      if (response == null && gold != null) {
        response = answer;
        answer = null;
      }
    } else {
      response = present(row, response);
    }
    if (gold == null && named.gold() == null) {
      gold = answer != null ? answer : best(Role.SOLUTION);
    }
    return gold == null || response == null
        ? Optional.empty()
        : Optional.of(new FieldChoice(gold, response, bare || named.bare()));
  }

  /** Returns the field of the row's id, null if it has none. */
  String id() {
    return best(Role.ID);
  }

  /** Returns the field of the row's own options, null if it has none. */
  String options() {
    return best(Role.OPTIONS);
  }

  private String best(Role role) {
    return best.get(role);
  }

  private static String present(JsonObject row, String name) {
    return row.has(name) ? name : null;
  }

  private boolean wanted(String name) {
    return name.equals(named.gold()) || name.equals(named.response()) || use(name).isPresent();
  }

  private Optional<FieldNames.Use> use(String name) {
    Optional<FieldNames.Use> use = uses.get(name);
    if (use == null) {
      use = FieldNames.use(name);
      if (uses.size() < REMEMBERED) {
        uses.put(name, use);
      }
    }
    return use;
  }
}
