package raftlab.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import raftlab.core.Checks;
import raftlab.core.UserError;

/**
 * The keys of a YAML document and their values, which stay the text they are.
 *
 * @param source what messages call it, such as its file
 * @param content the document
 */
record YamlKeys(String source, Map<?, ?> content) {

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  /**
   * Reads a document.
   *
   * @throws UserError if the text is no YAML, or no map
   */
  static YamlKeys read(String text, String source) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(false)
            .build();
    Object content;
    try {
      content = new Load(settings).loadFromString(text);
    } catch (YamlEngineException e) {
      String said = String.valueOf(e.getMessage());
      throw new UserError(
          source + " is not YAML: " + said.lines().findFirst().orElse("").strip() + place(said));
    }
    if (!(content instanceof Map<?, ?> map)) {
      throw new UserError(
          source + " is not a sweep", "", "Write keys such as algorithms: [raft, grpo]");
    }
    return new YamlKeys(source, map);
  }

  private static String place(String message) {
    Matcher matcher = PLACE.matcher(message);
    String last = "";
    while (matcher.find()) {
      last = " (line " + matcher.group(1) + ", column " + matcher.group(2) + ")";
    }
    return last;
  }

  boolean has(String key) {
    return content.containsKey(key);
  }

  Object get(String key) {
    return content.get(key);
  }

  /** Returns the words of a key, one or a list; empty if the key is not there. */
  List<String> list(String key) {
    return has(key) ? strings(get(key), key) : List.of();
  }

  /** Returns the words of a value, one or a list. */
  List<String> strings(Object value, String key) {
    List<?> list = value instanceof List<?> many ? many : List.of(String.valueOf(value));
    Checks.user(!list.isEmpty(), source + ": " + key + " is empty", "", "Leave it out");
    return list.stream().map(each -> scalar(each, key)).toList();
  }

  /** Returns the settings in a value; none if it is null. */
  Map<String, String> map(Object value, String key) {
    Map<String, String> map = new LinkedHashMap<>();
    if (value != null) {
      entries(value, key)
          .forEach(
              each -> {
                String name = String.valueOf(each.getKey());
                map.put(name, scalar(each.getValue(), key + ": " + name));
              });
    }
    return map;
  }

  /** Returns the keys of a value that must have some. */
  Set<? extends Map.Entry<?, ?>> entries(Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet();
    }
    throw new UserError(
        source + ": " + key + " has no settings", "", "Write it like {lr: 1e-4, k: 8}");
  }

  /** Returns the one word or number that a value must be. */
  String scalar(Object value, String key) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new UserError(source + ": " + key + " is not one value", "", "Write one word or number");
  }
}
