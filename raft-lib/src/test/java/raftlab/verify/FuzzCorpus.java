package raftlab.verify;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeds and mutations: pairs of gold and answer from the development cases, changed at random. */
public final class FuzzCorpus {

  private static final String[] PIECES = {
    "\\frac",
    "\\sqrt",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "^",
    "_",
    "\\",
    "$",
    ",",
    ".",
    "-",
    "+",
    "=",
    "<",
    "!",
    "|",
    "%",
    "\\%",
    "\\text{",
    "\\boxed{",
    "\\pm",
    "\\cup",
    "\\infty",
    "\\pi",
    "x",
    "i",
    "e",
    "0",
    "1",
    "7",
    "999999999",
    "\\begin{pmatrix}",
    "\\end{pmatrix}",
    "&",
    "\\\\",
    " ",
    "\n",
    "\u200f",
    "\u2212",
    "½",
    "#### ",
    "the answer is ",
    "\\sin",
    "\\log_",
    "\\sum_{k=1}^{9}",
    "\\binom",
    "\\{",
    "\\}",
    "^\\circ",
    "and",
    "km",
    "\\left",
    "\\right",
    "e9",
    "'",
    ":",
    "/",
    "*",
  };

  private final List<String> seeds;
  private final Random random;

  public FuzzCorpus(long seed) {
    this.seeds = cases().stream().flatMap(pair -> List.of(pair).stream()).toList();
    this.random = new Random(seed);
  }

  /** Gold and answer of every development case that is a bare answer. */
  static List<String[]> cases() {
    try (InputStream in = FuzzCorpus.class.getResourceAsStream("cases.jsonl")) {
      List<String[]> pairs = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonObject row = JsonParser.parseString(line).getAsJsonObject();
        if (row.has("answer")) {
          pairs.add(new String[] {row.get("gold").getAsString(), row.get("answer").getAsString()});
        }
      }
      return pairs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a seed after one to six changes: pieces in, out, doubled, swapped or spliced. */
  public String next() {
    StringBuilder text = new StringBuilder(pick());
    for (int k = random.nextInt(6); k >= 0; k--) {
      change(text);
    }
    return text.length() > 4_000 ? text.substring(0, 4_000) : text.toString();
  }

  private String pick() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(8));
    switch (random.nextInt(7)) {
      case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      case 1 -> text.delete(at, to);
      case 2 -> text.insert(at, text.substring(at, to));
      case 3 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(20)));
      case 4 -> text.insert(at, pick());
      case 5 -> text.setLength(at);
      default -> text.insert(at, (char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 128));
    }
  }

  /** Spaces, sizing and style that mean nothing. */
  String noisy(String answer) {
    return switch (random.nextInt(3)) {
      case 0 -> " " + answer + " ";
      case 1 -> "$" + answer + "$";
      default -> "\\displaystyle " + answer;
    };
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
