package raftlab.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Optional;
import raftlab.core.UserError;

/**
 * Checked access to the values of a config.json, which comes from strangers: a number is taken only
 * if it is written as one that fits, so that nothing is cut off silently and no exponent of a
 * billion digits is ever expanded.
 */
record ConfigJson(Path file, JsonObject json) {

  private static final String WHOLE = "-?[0-9]{1,9}(\\.0)?";
  private static final String REAL = "-?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?";

  boolean has(String key) {
    JsonElement value = json.get(key);
    return value != null && !value.isJsonNull();
  }

  /** Returns a whole number of at most nine digits that must be there. */
  int integer(String key) {
    String text = number(key, WHOLE, "a whole number of at most nine digits");
    return Integer.parseInt(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  int integer(String key, int fallback) {
    return has(key) ? integer(key) : fallback;
  }

  double real(String key) {
    return Double.parseDouble(number(key, REAL, "a number"));
  }

  double real(String key, double fallback) {
    return has(key) ? real(key) : fallback;
  }

  boolean flag(String key, boolean fallback) {
    if (!has(key)) {
      return fallback;
    }
    if (json.get(key) instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean();
    }
    throw wrong(key, "true or false");
  }

  String text(String key, String fallback) {
    if (!has(key)) {
      return fallback;
    }
    if (json.get(key) instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw wrong(key, "text");
  }

  /** Returns an object within this one; empty if it is absent or null. */
  Optional<ConfigJson> object(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (json.get(key) instanceof JsonObject inner) {
      return Optional.of(new ConfigJson(file, inner));
    }
    throw wrong(key, "an object");
  }

  UserError wrong(String key, String expected) {
    String found = json.has(key) ? String.valueOf(json.get(key)) : "nothing";
    String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
    return new UserError(
        file + " gives " + key + " " + shown,
        "expected " + expected,
        "Copy the model folder again");
  }

  private String number(String key, String pattern, String expected) {
    if (json.get(key) instanceof JsonPrimitive value
        && value.isNumber()
        && value.getAsString().matches(pattern)) {
      return value.getAsString();
    }
    throw wrong(key, expected);
  }
}
