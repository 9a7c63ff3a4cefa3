package raftlab.infer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What work over a file came to.
 *
 * @param headline one line for people
 * @param numbers what scripts read, by name and in order
 */
public record FileResult(String headline, Map<String, Object> numbers) {

  public FileResult {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  @Override
  public String toString() {
    return headline;
  }
}
