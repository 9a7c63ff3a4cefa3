package raftlab.grade;

import com.google.gson.JsonObject;
import com.google.gson.stream.MalformedJsonException;
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
  private final String[] best = new String[Role.values().length];
  private final int[] rank = new int[Role.values().length];

  RowFields(GradeFields named) {
    this.named = named;
  }

  /** Returns the fields of a line that may matter. */
  JsonObject read(String line) throws MalformedJsonException {
    return JsonFields.of(line, this::wanted);
  }

  /** Returns the name of the first field of a role in a row, null if it has none. */
  private void rank(JsonObject row) {
    java.util.Arrays.fill(best, null);
    for (String name : row.keySet()) {
      Optional<FieldNames.Use> use = use(name);
      if (use.isPresent() && !name.equals(named.gold()) && !name.equals(named.response())) {
        int role = use.get().role().ordinal();
        if (best[role] == null || use.get().rank() < rank[role]) {
          best[role] = name;
          rank[role] = use.get().rank();
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

  String id() {
    return best(Role.ID);
  }

  String options() {
    return best(Role.OPTIONS);
  }

  private String best(Role role) {
    return best[role.ordinal()];
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
